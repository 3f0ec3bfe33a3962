using Streamix.LocalS3.Http;

namespace Streamix.LocalS3.Routing;

internal enum Target
{
    Service,
    Bucket,
    Object,
}

/// <summary>One operation of S3: what selects it and who answers.</summary>
internal sealed record Operation(string Method, Target Target, Func<S3Request, Task> Handler)
{
    /// <summary>Query parameters that must be there.</summary>
    public string[] Markers { get; init; } = [];

    /// <summary>A header that must be there.</summary>
    public string? Header { get; init; }

    /// <summary>Content type the body must have.</summary>
    public string? Body { get; init; }

    /// <summary>The operation checks its own signature (form uploads carry it in the body).</summary>
    public bool SignsItself { get; init; }

    public bool Fits(S3Request request, Target target) =>
        request.Method == Method && target == Target
        && Markers.All(request.Query.Has)
        && (Header is null || request.Header(Header) is not null)
        && (Body is null || request.Header("Content-Type")?.StartsWith(Body, StringComparison.OrdinalIgnoreCase) == true);
}
