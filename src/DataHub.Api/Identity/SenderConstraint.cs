namespace DataHub.Api.Identity;

/// <summary>How a client must prove, beside showing a token, that the token was given to it.</summary>
public enum SenderConstraint
{
    /// <summary>It need not. A token that is bound to a key is refused without the proof all the same.</summary>
    None,

    /// <summary>By the certificate of its TLS connection (RFC 8705).</summary>
    Mtls,

    /// <summary>By a signature made for each request (RFC 9449).</summary>
    Dpop,

    /// <summary>By one of the two.</summary>
    Either,
}
