using Microsoft.Extensions.DependencyInjection;

namespace Microsoft.Extensions.Http.Resilience;

/// <summary>A resilience pipeline of an HTTP client.</summary>
public interface IHttpResiliencePipelineBuilder
{
    /// <summary>The name of the pipeline: client and handler.</summary>
    string PipelineName { get; }

    /// <summary>The services of the application.</summary>
    IServiceCollection Services { get; }
}
