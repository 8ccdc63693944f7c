using DataHub.Access;
using DataHub.GraphQL.Execution;
using NpgsqlTypes;
using Npgsql;

namespace DataHub.Planning;

/// <summary>A statement as sent: text with positional parameters and their values.</summary>
public sealed record SqlStatement(string Text, IReadOnlyList<SqlValue> Values)
{
    /// <summary>The field it reads for; null when a resolver did not say.</summary>
    public FieldSelection? Field { get; init; }

    /// <summary>How it finds its rows.</summary>
    public Strategy Strategy { get; init; }

    /// <summary>Whether it reads rows of several organisations; null: nobody has looked.</summary>
    internal bool? HasRowsOfOrganisations { get; init; }

    /// <summary>As a command of a batch.</summary>
    /// <param name="caller">Who asks; null where the statement holds nothing of the caller's.</param>
    public NpgsqlBatchCommand ToCommand(Caller? caller = null)
    {
        var command = new NpgsqlBatchCommand(Text);
        foreach (var value in Values) command.Parameters.Add(value.For(caller).ToParameter());
        return command;
    }

    /// <summary>Puts the values into a command of the same text.</summary>
    public void Set(NpgsqlBatchCommand command, Caller? caller = null)
    {
        var parameters = command.Parameters;
        for (var i = 0; i < Values.Count; i++)
        {
            var value = Values[i].For(caller);
            if (!value.TrySet(parameters[i])) parameters[i] = value.ToParameter();
        }
    }
}

/// <summary>A value of a statement with its PostgreSQL type; <paramref name="Value"/> null is SQL null.</summary>
public sealed record SqlValue(object? Value, NpgsqlDbType Type)
{
    /// <summary>
    /// Stands for the organisation of whoever asks, in statements that are kept for all callers: put in when they are sent. Null for a caller
    /// without one.
    /// </summary>
    public static SqlValue OrganisationOfCaller { get; } = new(null, NpgsqlDbType.Text);

    /// <summary>Stands for the purpose of the request, likewise.</summary>
    public static SqlValue PurposeOfCaller { get; } = new(null, NpgsqlDbType.Text);

    public static SqlValue Text(string? value) => new(value, NpgsqlDbType.Text);

    public static SqlValue Long(long? value) => new(value, NpgsqlDbType.Bigint);

    public static SqlValue Int(int value) => new(value, NpgsqlDbType.Integer);

    public static SqlValue Date(DateOnly? value) => new(value, NpgsqlDbType.Date);

    public static SqlValue Texts(IReadOnlyList<string> values) => new(values, NpgsqlDbType.Array | NpgsqlDbType.Text);

    public static SqlValue Longs(IReadOnlyList<long> values) => new(values, NpgsqlDbType.Array | NpgsqlDbType.Bigint);

    /// <summary>PostgreSQL's name of the type.</summary>
    public string TypeName => Type.HasFlag(NpgsqlDbType.Array)
        ? $"{(Type & ~NpgsqlDbType.Array).ToString().ToLowerInvariant()}[]"
        : Type.ToString().ToLowerInvariant();

    /// <summary>A value read from a column, sent back with the column's own type (cursors).</summary>
    public static SqlValue OfColumn(object? value, Type clrType) => new(value, TypeOf(clrType));

    /// <summary>True for what stands for a value of whoever asks.</summary>
    public bool IsOfCaller => ReferenceEquals(this, OrganisationOfCaller) || ReferenceEquals(this, PurposeOfCaller);

    /// <summary>The value that is sent for a caller.</summary>
    public SqlValue For(Caller? caller)
    {
        if (ReferenceEquals(this, OrganisationOfCaller)) return Text(caller?.Organisation);
        return ReferenceEquals(this, PurposeOfCaller) ? Text(caller?.Purpose) : this;
    }

    public NpgsqlParameter ToParameter() => Value switch
    {
        // A parameter that knows its type finds its converter sooner.
        string text => new NpgsqlParameter<string> { TypedValue = text, NpgsqlDbType = Type },
        long number => new NpgsqlParameter<long> { TypedValue = number, NpgsqlDbType = Type },
        long[] numbers => new NpgsqlParameter<long[]> { TypedValue = numbers, NpgsqlDbType = Type },
        string[] texts => new NpgsqlParameter<string[]> { TypedValue = texts, NpgsqlDbType = Type },
        _ => new NpgsqlParameter { Value = Value ?? DBNull.Value, NpgsqlDbType = Type },
    };

    /// <summary>Puts the value into a parameter; false when that is for values of another kind.</summary>
    public bool TrySet(NpgsqlParameter parameter) => Value switch
    {
        string text => TrySet(parameter, text),
        long number => TrySet(parameter, number),
        long[] numbers => TrySet(parameter, numbers),
        string[] texts => TrySet(parameter, texts),
        _ => false,
    };

    private bool TrySet<T>(NpgsqlParameter parameter, T value)
    {
        if (parameter is not NpgsqlParameter<T> typed || typed.NpgsqlDbType != Type) return false;
        typed.TypedValue = value;
        return true;
    }

    /// <summary>PostgreSQL's type for values of a column.</summary>
    public static NpgsqlDbType TypeOf(Type clrType) => clrType switch
    {
        _ when clrType == typeof(string) => NpgsqlDbType.Text,
        _ when clrType == typeof(long) => NpgsqlDbType.Bigint,
        _ when clrType == typeof(int) => NpgsqlDbType.Integer,
        _ when clrType == typeof(DateOnly) => NpgsqlDbType.Date,
        _ when clrType == typeof(DateTime) => NpgsqlDbType.TimestampTz,
        _ when clrType == typeof(decimal) => NpgsqlDbType.Numeric,
        _ when clrType == typeof(double) => NpgsqlDbType.Double,
        _ when clrType == typeof(bool) => NpgsqlDbType.Boolean,
        _ => throw new ArgumentException($"No list can be filtered or ordered by values of {clrType.Name}.", nameof(clrType)),
    };
}
