using System.Buffers;
using System.Text.Json;
using DataHub.GraphQL.Execution;
using DataHub.GraphQL.Limits;
using DataHub.GraphQL.Tests.Execution;

namespace DataHub.GraphQL.Tests.Limits;

public sealed class OperationLimitsTests
{
    private readonly List<LimitExcess> logged = [];

    public static TheoryData<int> Cases => [.. Enumerable.Range(0, LimitCases.All.Count)];

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task At_the_limit_a_request_is_answered(int number)
    {
        var limit = LimitCases.All[number];
        var answer = await AskAsync(limit, limit.At, LimitMode.Enforce);
        Assert.StartsWith("{\"data\":", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("warnings", answer, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Above_the_limit_it_is_refused_with_code_and_numbers(int number)
    {
        var limit = LimitCases.All[number];
        var above = Above(limit);
        var answer = JsonDocument.Parse(await AskAsync(limit, above, LimitMode.Enforce)).RootElement;
        Assert.False(answer.TryGetProperty("data", out _));
        var error = Assert.Single(answer.GetProperty("errors").EnumerateArray());
        var extensions = error.GetProperty("extensions");
        Assert.Equal(limit.Kind.Code, extensions.GetProperty("code").GetString());
        Assert.Equal(limit.At, extensions.GetProperty("limit").GetInt64());
        Assert.InRange(extensions.GetProperty("actual").GetInt64(), limit.At + 1, above);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task With_a_warning_only_it_is_answered_and_told_of(int number)
    {
        var limit = LimitCases.All[number];
        var answer = JsonDocument.Parse(await AskAsync(limit, Above(limit), LimitMode.Warn)).RootElement;
        Assert.True(answer.TryGetProperty("data", out _));
        Assert.False(answer.TryGetProperty("errors", out _));
        var warning = Assert.Single(answer.GetProperty("extensions").GetProperty("warnings").EnumerateArray());
        Assert.Equal(limit.Kind.Code, warning.GetProperty("code").GetString());
        Assert.Equal(limit.At, warning.GetProperty("limit").GetInt64());
        var entry = Assert.Single(logged);
        Assert.Equal(limit.Kind, entry.Kind);
        Assert.Equal(warning.GetProperty("actual").GetInt64(), entry.Actual);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Switched_off_it_says_nothing(int number)
    {
        var limit = LimitCases.All[number];
        var answer = await AskAsync(limit, Above(limit), LimitMode.Off);
        Assert.StartsWith("{\"data\":", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("warnings", answer, StringComparison.Ordinal);
        Assert.Empty(logged);
    }

    [Fact]
    public void Every_limit_but_time_has_its_case() =>
        Assert.Empty(LimitKinds.All.Except(LimitCases.All.Select(c => c.Kind)).Except([LimitKinds.ExecutionTime]));

    [Fact]
    public async Task A_caller_who_hangs_up_is_no_time_limit()
    {
        using var gone = new CancellationTokenSource(20);
        var hub = Hub(new OperationLimits());
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => hub.ExecuteAsync("{ slow }", cancellation: gone.Token));
    }

    [Fact]
    public async Task A_document_can_exceed_several_limits_at_once()
    {
        var hub = Hub(new OperationLimits { Depth = new Limit(2), Aliases = new Limit(1), Fields = new Limit(3, LimitMode.Warn) });
        var result = await hub.ExecuteAsync("{ b: a { c: a { x } d: x } }");
        Assert.Equal([LimitKinds.Depth.Code, LimitKinds.Aliases.Code], result.Errors.Select(e => e.Code));
    }

    [Fact]
    public async Task Fragments_count_wherever_they_are_spread()
    {
        var bomb = string.Join(' ', Enumerable.Range(0, 60).Select(i => $"fragment F{i} on A {{ ...F{i + 1} ...F{i + 1} }}"));
        var result = await Hub(new OperationLimits()).ExecuteAsync($"{{ a {{ ...F0 }} }} {bomb} fragment F60 on A {{ x }}");
        Assert.Equal([LimitKinds.Fields.Code, LimitKinds.FragmentSpreads.Code], result.Errors.Select(e => e.Code));
    }

    [Fact]
    public async Task Relations_through_fragments_are_as_deep_as_written_out()
    {
        var chain = string.Join(' ', Enumerable.Range(0, 15).Select(i => $"fragment F{i} on A {{ a {{ ...F{i + 1} }} }}"));
        var result = await Hub(new OperationLimits()).ExecuteAsync($"{{ a {{ ...F0 }} }} {chain} fragment F15 on A {{ x }}");
        var error = Assert.Single(result.Errors);
        Assert.Equal(("LIMIT_DEPTH", 17L), (error.Code, error.Extensions!["actual"]));
    }

    [Fact]
    public async Task Fragments_that_spread_each_other_are_left_to_validation()
    {
        const string query = "{ a { ...F } } fragment F on A { a { ...G } } fragment G on A { a { ...F } }";
        var result = await Hub(new OperationLimits()).ExecuteAsync(query);
        Assert.Equal("5.5.2.2 Fragment Spreads Must Not Form Cycles", Assert.Single(result.Errors).Specification);
    }

    [Fact]
    public async Task Fields_of_an_interface_count_once_for_each_type()
    {
        // any, and x of A and of B; the document has two fields.
        var result = await Hub(new OperationLimits { Fields = new Limit(2) }).ExecuteAsync("{ any { x } }");
        Assert.Equal(LimitKinds.Fields.Code, Assert.Single(result.Errors).Code);
        Assert.True((await Hub(new OperationLimits { Fields = new Limit(3) }).ExecuteAsync("{ any { x } }")).HasData);
    }

    [Fact]
    public async Task No_mode_lets_through_what_the_engine_cannot_carry()
    {
        var hub = Hub(new OperationLimits { Depth = new Limit(1, LimitMode.Off), Nesting = new Limit(1, LimitMode.Off) });
        Assert.Equal("OPERATION_TOO_LARGE", Assert.Single((await hub.ExecuteAsync(LimitCases.Deep(Ceilings.Depth + 1))).Errors).Code);
        Assert.Equal("LIMIT_NESTING", Assert.Single((await hub.ExecuteAsync(LimitCases.Deep(Ceilings.Nesting + 1))).Errors).Code);
    }

    [Fact]
    public async Task Introspection_as_tools_ask_it_is_within_the_limits()
    {
        const string arguments = "args(includeDeprecated: true) { ...InputValue }";
        var typeRef = $"kind name {LimitCases.Repeat("ofType { kind name", 9)} {LimitCases.Repeat("}", 9)}";
        var result = await Hub(new OperationLimits()).ExecuteAsync($$"""
            query IntrospectionQuery {
              __schema {
                description queryType { name kind } mutationType { name kind } subscriptionType { name kind }
                types { ...FullType } directives { name description isRepeatable locations {{arguments}} }
              }
            }
            fragment FullType on __Type {
              kind name description specifiedByURL isOneOf
              fields(includeDeprecated: true) { name description {{arguments}} type { ...TypeRef } isDeprecated deprecationReason }
              inputFields(includeDeprecated: true) { ...InputValue } interfaces { ...TypeRef }
              enumValues(includeDeprecated: true) { name description isDeprecated deprecationReason } possibleTypes { ...TypeRef }
            }
            fragment InputValue on __InputValue { name description type { ...TypeRef } defaultValue isDeprecated deprecationReason }
            fragment TypeRef on __Type { {{typeRef}} }
            """);
        Assert.Empty(result.Errors);
        Assert.True(result.HasData);
    }

    [Fact]
    public async Task Nothing_of_a_response_that_is_too_large_is_written()
    {
        var hub = Hub(new OperationLimits { ResponseBytes = new Limit(100_000) });
        var result = await hub.ExecuteAsync("{ text(length: 300000) }");
        using var buffer = new ResponseBuffer();
        Assert.False(result.WriteTo(buffer).HasData);
        Assert.StartsWith("{\"errors\":[{\"message\":\"The request has at least ", TestHub.Json(result), StringComparison.Ordinal);
        Assert.Equal(TestHub.Json(result).Length, buffer.Length);
    }

    [Fact]
    public async Task A_response_without_introspection_may_be_larger_than_one_with_it()
    {
        var hub = Hub(new OperationLimits { IntrospectionBytes = new Limit(1_000) });
        Assert.True((await hub.ExecuteAsync("{ text(length: 3000) }")).WriteTo(new ResponseBuffer()).HasData);
        Assert.False((await hub.ExecuteAsync("{ text(length: 3000) __type(name: \"A\") { name } }")).WriteTo(new ResponseBuffer()).HasData);
    }

    [Fact]
    public async Task A_response_on_a_stream_of_answers_is_bounded_too()
    {
        var result = await Hub(new OperationLimits { ResponseBytes = new Limit(1_000) }).ExecuteAsync("{ text(length: 300000) }");
        var output = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(output)) result.WriteTo(writer);
        Assert.True(output.WrittenCount < 1_000);
    }

    private static int Above(LimitCase limit) => limit.Kind.Setting switch
    {
        // These requests grow in steps of two.
        nameof(OperationLimits.DocumentBytes) => limit.At + 2,
        nameof(OperationLimits.Aliases) or nameof(OperationLimits.RootFields) or nameof(OperationLimits.FragmentSpreads) => limit.At + 2,
        nameof(OperationLimits.ResponseBytes) or nameof(OperationLimits.IntrospectionBytes) => limit.At + 20_000,
        _ => limit.At + 1,
    };

    private Task<string> AskAsync(LimitCase limit, int count, LimitMode mode)
    {
        var (query, variables) = limit.Request(count);
        return Hub(limit.With(new OperationLimits(), new Limit(limit.At, mode))).AnswerAsync(query, variables);
    }

    private TestHub Hub(OperationLimits limits) =>
        new TestHub(LimitCases.Sdl, new EngineOptions { Limits = limits, OnLimitWarning = logged.Add })
            .Value<object?>("Query.a", null)
            .Value<object?>("Query.any", null)
            .From("Query.text", field => new string('x', field.Argument<int>("length")))
            .Resolve("Query.slow", async (context, _) =>
            {
                await Task.Delay(Timeout.Infinite, context.Cancellation);
                return ResolvedField.Leaf(new ConstantColumn<string>("", 1));
            });
}
