namespace Elastic.Transport;

/// <summary>An answer, or what kept it from coming.</summary>
public abstract class TransportResponse
{
    /// <summary>How the call went.</summary>
    public ApiCallDetails ApiCallDetails { get; internal set; } = null!;
}

/// <summary>An answer with a body.</summary>
public abstract class TransportResponse<T> : TransportResponse
{
    /// <summary>The body.</summary>
    public T Body { get; protected internal set; } = default!;
}

/// <summary>An answer whose body is text.</summary>
public abstract class StringResponseBase : TransportResponse<string>
{
    /// <summary>Without a body.</summary>
    protected StringResponseBase() => Body = string.Empty;

    /// <summary>With a body.</summary>
    protected StringResponseBase(string body) => Body = body;

    internal void Fill(string body) => Body = body;
}

/// <inheritdoc cref="StringResponseBase"/>
public sealed class StringResponse : StringResponseBase
{
    /// <summary>Without a body.</summary>
    public StringResponse()
    {
    }

    /// <summary>With a body.</summary>
    public StringResponse(string body)
        : base(body)
    {
    }
}

/// <summary>How a call went.</summary>
public sealed class ApiCallDetails
{
    internal ApiCallDetails()
    {
    }

    /// <summary>The method.</summary>
    public HttpMethod HttpMethod { get; internal set; }

    /// <summary>Null when nothing answered.</summary>
    public int? HttpStatusCode { get; internal set; }

    /// <summary>2xx, or a status that the method allows for.</summary>
    public bool HasSuccessfulStatusCode { get; internal set; }

    /// <summary>Why nothing answered.</summary>
    public Exception? OriginalException { get; internal set; }

    /// <summary>The whole address.</summary>
    public Uri? Uri { get; internal set; }
}
