namespace Elastic.Transport;

/// <summary>Methods of requests.</summary>
public enum HttpMethod
{
    /// <summary>Reads.</summary>
    GET,

    /// <summary>Asks or creates.</summary>
    POST,

    /// <summary>Replaces.</summary>
    PUT,

    /// <summary>Removes.</summary>
    DELETE,

    /// <summary>Reads headers.</summary>
    HEAD,
}

/// <summary>Where a request goes.</summary>
public readonly record struct EndpointPath(HttpMethod Method, string PathAndQuery);
