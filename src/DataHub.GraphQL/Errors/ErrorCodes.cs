namespace DataHub.GraphQL.Errors;

/// <summary>Codes that the engine itself gives to errors; a host adds its own.</summary>
public static class ErrorCodes
{
    /// <summary>The text is no GraphQL document.</summary>
    public const string Syntax = "GRAPHQL_PARSE_FAILED";

    /// <summary>The document breaks a validation rule (section 5 of the specification).</summary>
    public const string Validation = "GRAPHQL_VALIDATION_FAILED";

    /// <summary>A variable's value does not fit its type (section 6.1.2).</summary>
    public const string Variables = "BAD_USER_INPUT";

    /// <summary>The operation to run is not named, or not in the document (section 6.1).</summary>
    public const string Operation = "OPERATION_RESOLUTION_FAILURE";

    /// <summary>The operation asks for more fields than the engine plans, or nests them too deep.</summary>
    public const string TooLarge = "OPERATION_TOO_LARGE";

    /// <summary>The answer was not ready in time.</summary>
    public const string ExecutionTime = "EXECUTION_TIMEOUT";

    /// <summary>A resolver gave a value that the field's type cannot represent (section 6.4.3 CoerceResult).</summary>
    public const string Result = "VALUE_NOT_REPRESENTABLE";

    /// <summary>A resolver gave null where the schema says non-null (section 6.4.4).</summary>
    public const string NonNull = "NULL_IN_NON_NULL_FIELD";

    /// <summary>A resolver failed; what failed is in the log, never in the answer.</summary>
    public const string Internal = "INTERNAL_SERVER_ERROR";

    /// <summary>The schema itself is wrong (section 3); raised at start-up only.</summary>
    public const string Schema = "INVALID_SCHEMA";
}
