namespace Aspire.Hosting;

/// <summary>A service the application does not start.</summary>
public sealed class ExternalServiceResource : Resource
{
    /// <summary>At a fixed URL.</summary>
    /// <exception cref="ArgumentException">It is relative, or has a query or a fragment.</exception>
    public ExternalServiceResource(string name, Uri uri) : base(name)
    {
        ArgumentNullException.ThrowIfNull(uri);
        Uri = Problem(uri) is { } problem ? throw new ArgumentException(problem, nameof(uri)) : uri;
    }

    /// <summary>At a URL given from outside.</summary>
    public ExternalServiceResource(string name, ParameterResource urlParameter) : base(name)
    {
        ArgumentNullException.ThrowIfNull(urlParameter);
        UrlParameter = urlParameter;
    }

    /// <summary>The fixed URL.</summary>
    public Uri? Uri { get; }

    /// <summary>Where the URL comes from.</summary>
    public ParameterResource? UrlParameter { get; }

    internal static string? Problem(string? url, out Uri? uri) =>
        Uri.TryCreate(url, UriKind.Absolute, out uri) ? Problem(uri) : "The URL for the external service must be an absolute URI.";

    private static string? Problem(Uri uri) => uri switch
    {
        { IsAbsoluteUri: false } => "The URI for the external service must be absolute.",
        { Fragment.Length: > 0 } => "The URI cannot contain a fragment.",
        { Query.Length: > 0 } => "The URI cannot contain a query string.",
        _ => null,
    };
}
