namespace Microsoft.Extensions.Http.Resilience;

/// <summary>Named options: which instance of a pipeline a request takes.</summary>
internal sealed class PipelineSelector
{
    public Func<IServiceProvider, Func<HttpRequestMessage, string>>? Factory { get; set; }

    public static string Authority(HttpRequestMessage request) => request.RequestUri is { IsAbsoluteUri: true } uri
        ? uri.GetLeftPart(UriPartial.Authority)
        : throw new InvalidOperationException("The authority of a request without absolute RequestUri is unknown.");
}
