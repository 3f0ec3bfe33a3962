namespace Streamix.ServiceDefaults.Http;

/// <summary>Something this service needs does not answer: 503 with <c>Retry-After</c>.</summary>
/// <param name="dependency">Its resource name, for the log; the caller does not see it.</param>
public sealed class DependencyUnavailableException(string dependency, Exception? inner = null)
    : ProblemException(StatusCodes.Status503ServiceUnavailable, "A part of the service is unavailable. Try again shortly.", inner)
{
    /// <summary>The resource name of what is down.</summary>
    public string Dependency { get; } = dependency;
}
