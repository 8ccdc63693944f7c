namespace DataHub.Api.Http;

/// <summary>Values of <c>extensions.code</c> that the host gives; the engine's are in <see cref="GraphQL.Errors.ErrorCodes"/>.</summary>
public static class HttpErrorCodes
{
    /// <summary>The HTTP request carries no well-formed GraphQL request.</summary>
    public const string BadRequest = "BAD_REQUEST";

    /// <summary>Several requests in one body.</summary>
    public const string BatchRefused = "BATCHING_NOT_SUPPORTED";

    /// <summary>More requests in one body than a batch may have.</summary>
    public const string BatchTooLarge = "BATCH_TOO_LARGE";

    /// <summary>No document is stored under that name for this client; Apollo's clients then send the text.</summary>
    public const string DocumentNotFound = "PERSISTED_QUERY_NOT_FOUND";

    /// <summary>The hub keeps no documents that clients send: automatic persisted queries are switched off.</summary>
    public const string AutomaticDocumentsOff = "PERSISTED_QUERY_NOT_SUPPORTED";

    /// <summary>The client is limited to its stored documents and sent a text.</summary>
    public const string DocumentNotTrusted = "DOCUMENT_NOT_TRUSTED";

    public const string BodyTooLarge = "REQUEST_TOO_LARGE";

    public const string MethodNotAllowed = "METHOD_NOT_ALLOWED";

    public const string NotAcceptable = "NOT_ACCEPTABLE";

    public const string UnsupportedMediaType = "UNSUPPORTED_MEDIA_TYPE";

    /// <summary>No token, or none that holds.</summary>
    public const string Unauthenticated = "UNAUTHENTICATED";

    /// <summary>The token holds no scope that the hub knows, or too little for what is asked.</summary>
    public const string Forbidden = "FORBIDDEN";

    /// <summary>The caller may claim several purposes and named none.</summary>
    public const string PurposeRequired = "PURPOSE_REQUIRED";

    /// <summary>The agreement of the client was changed while something of it was open.</summary>
    public const string AgreementChanged = "AGREEMENT_CHANGED";

    public const string PurposeNotAllowed = "PURPOSE_NOT_ALLOWED";

    /// <summary>The number of the caller's own file cannot be kept as it was sent.</summary>
    public const string CaseNumberInvalid = "CASE_NUMBER_INVALID";
    /// <summary>The caller may have a field of the document, but for another of the purposes that it may claim.</summary>
    public const string FieldPurpose = "FIELD_PURPOSE";

    /// <summary>The client did not send its request in time.</summary>
    public const string RequestTimeout = "REQUEST_TIMEOUT";

    /// <summary>The answer was not ready in time.</summary>
    public const string ExecutionTimeout = "EXECUTION_TIMEOUT";

    /// <summary>More requests wait for the database than it can answer in time.</summary>
    public const string Overloaded = "OVERLOADED";

    public const string DatabaseUnavailable = Database.DatabaseUnavailableException.Code;

    /// <summary>The keys of the token's issuer cannot be fetched.</summary>
    public const string IssuerUnavailable = "TOKEN_ISSUER_UNAVAILABLE";

    /// <summary>A subscription was sent where one answer is all there can be.</summary>
    public const string StreamRequired = "STREAM_REQUIRED";

    /// <summary>The caller holds too many sockets and event streams, or all callers together do.</summary>
    public const string TooManyConnections = "TOO_MANY_CONNECTIONS";

    /// <summary>Too many operations run on the socket.</summary>
    public const string TooManyOperations = "TOO_MANY_OPERATIONS";

    /// <summary>A web page of another address opens a socket.</summary>
    public const string OriginNotAllowed = "ORIGIN_NOT_ALLOWED";
}
