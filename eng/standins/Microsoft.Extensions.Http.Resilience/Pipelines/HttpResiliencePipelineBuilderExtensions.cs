using Microsoft.Extensions.DependencyInjection;

namespace Microsoft.Extensions.Http.Resilience;

/// <summary>Splits a pipeline into instances, each with state of its own.</summary>
public static class HttpResiliencePipelineBuilderExtensions
{
    /// <summary>One instance for each scheme, host and port.</summary>
    public static IHttpResiliencePipelineBuilder SelectPipelineByAuthority(this IHttpResiliencePipelineBuilder builder) =>
        builder.SelectPipelineBy(_ => PipelineSelector.Authority);

    /// <summary>One instance for each key that <paramref name="selectorFactory"/>'s function returns.</summary>
    public static IHttpResiliencePipelineBuilder SelectPipelineBy(
        this IHttpResiliencePipelineBuilder builder, Func<IServiceProvider, Func<HttpRequestMessage, string>> selectorFactory)
    {
        builder.Services.Configure<PipelineSelector>(builder.PipelineName, selector => selector.Factory = selectorFactory);
        return builder;
    }
}
