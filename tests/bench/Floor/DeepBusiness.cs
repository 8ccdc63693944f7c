using System.Text.Json;
using Npgsql;

namespace DataHub.Bench.Floor;

/// <summary>Q2: one business by NIB with all that hangs on it. One round trip: each statement finds the business by itself.</summary>
internal static class DeepBusiness
{
    private static readonly Field[] Fields =
    [
        new("nib", Form.Text), new("name", Form.Text), new("scale", Form.Text), new("kbli", Form.Text), new("registeredOn", Form.Date),
        new("status", Form.Text),
    ];

    private static readonly Field[] Region = [new("code", Form.Text), new("name", Form.Text)];

    private static readonly Field[] Certificate =
        [new("number", Form.Text), new("kind", Form.Text), new("issuedOn", Form.Date), new("expiresOn", Form.Date)];

    private static readonly Field[] Product = [new("name", Form.Text), new("price", Form.Amount)];

    private static readonly Field[] Loan =
    [
        new("nomorAkad", Form.Text), new("kind", Form.Text), new("plafon", Form.Amount), new("outstanding", Form.Amount),
        new("akadOn", Form.Date),
    ];

    private const string Root = """
        select b.nib, b.name, b.scale, b.kbli, b.registered_on, b.status, d.code, d.name, r.code, r.name
        from registry.business b
        left join registry.region d on d.code = b.district_code
        left join registry.region r on r.code = d.parent_code and r.level = 'REGENCY' where b.nib = $1
        """;

    private const string Key = "(select b.id from registry.business b where b.nib = $1)";

    private const string Certificates = $"""
        select c.number, c.kind, c.issued_on, c.expires_on from market.certificate c where c.business_id = {Key}
        order by c.issued_on desc, c.id limit 50
        """;

    private const string Loans = $"""
        select l.nomor_akad, l.kind, l.plafon::text, l.outstanding::text, l.akad_on from credit.loan l where l.business_id = {Key}
        order by l.akad_on desc, l.id limit 50
        """;

    private const string Trainings = $"""
        select t.business_id, t.started_on, t.hours, t.passed, p.code, p.name
        from training.participation t left join training.programme p on p.id = t.programme_id where t.business_id = {Key}
        order by t.started_on desc, t.id limit 50
        """;

    // Of products beyond the page too: which are on it is told by the next statement.
    private const string Listings = $"""
        select l.product_id, l.price::text from market.product p join market.listing l on l.product_id = p.id where p.business_id = {Key}
        order by l.product_id, l.listed_on desc, l.id
        """;

    private const string Products =
        $"select p.id, p.name, p.price::text from market.product p where p.business_id = {Key} order by p.name, p.id limit 50";

    public static async Task AnswerAsync(Session session, Variables variables, Answer answer)
    {
        if (await WriteAsync(session, variables.Nib, answer)) return;
        if (await SupersededNib.CurrentAsync(session, variables.Nib) is { } current && await WriteAsync(session, current, answer)) return;
        answer.Json.WriteNull(Names.Business);
    }

    /// <summary>False when no business has the NIB.</summary>
    private static async Task<bool> WriteAsync(Session session, string nib, Answer answer)
    {
        var batch = await session.BatchAsync(
            "Q2", static () => new[] { Root, Certificates, Loans, Trainings, Listings, Products }.Select(sql => Sql.WithText(sql)));
        foreach (NpgsqlBatchCommand command in batch.BatchCommands) command.Set(nib);
        await using var rows = await batch.ExecuteReaderAsync();
        if (!await rows.ReadAsync()) return false;
        await WriteAsync(rows, answer);
        return true;
    }

    private static async Task WriteAsync(NpgsqlDataReader rows, Answer answer)
    {
        var json = answer.Json;
        json.WriteStartObject(Names.Business);
        Field.WriteAll(Fields, rows, 0, (json, answer.Scratch));
        WriteDistrict(rows, answer);
        await WriteListAsync(rows, answer, Names.Certificates, static (row, a) => Field.WriteAll(Certificate, row, 0, (a.Json, a.Scratch)));
        await WriteListAsync(rows, answer, Names.Loans, static (row, a) => Field.WriteAll(Loan, row, 0, (a.Json, a.Scratch)));
        await WriteListAsync(rows, answer, Names.Trainings, static (row, a) => ChildRows.TrainingMembers(row, a.Json, a.Scratch));
        await rows.NextResultAsync();
        await answer.Children[0].ReadAsync(rows, answer.Scratch, ChildRows.Listing);
        await WriteListAsync(rows, answer, Names.Products, WriteProduct);
        json.WriteEndObject();
    }

    private static void WriteProduct(NpgsqlDataReader row, Answer answer)
    {
        Field.WriteAll(Product, row, 1, (answer.Json, answer.Scratch));
        answer.Children[0].Write(answer.Json, Names.Listings, row.GetInt64(0));
    }

    private static void WriteDistrict(NpgsqlDataReader row, Answer answer)
    {
        if (row.IsDBNull(6))
        {
            answer.Json.WriteNull(Names.District);
            return;
        }
        answer.Json.WriteStartObject(Names.District);
        Field.WriteAll(Region, row, 6, (answer.Json, answer.Scratch));
        ToOne.Write(row, 8, Names.Regency, Region, answer);
        answer.Json.WriteEndObject();
    }

    /// <summary>Goes to the next result and writes its rows as a member with <c>nodes</c>.</summary>
    private static async Task WriteListAsync(
        NpgsqlDataReader rows, Answer answer, JsonEncodedText name, Action<NpgsqlDataReader, Answer> write)
    {
        var json = answer.Json;
        await rows.NextResultAsync();
        json.WriteStartObject(name);
        json.WriteStartArray(Names.Nodes);
        while (await rows.ReadAsync())
        {
            json.WriteStartObject();
            write(rows, answer);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }
}
