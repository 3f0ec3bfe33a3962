using Polly;

namespace Microsoft.Extensions.Http.Resilience;

/// <summary>Sends each request through a resilience pipeline.</summary>
public class ResilienceHandler : DelegatingHandler
{
    private readonly Func<HttpRequestMessage, ResiliencePipeline<HttpResponseMessage>> _pipelines;

    /// <summary>Chooses the pipeline by request.</summary>
    public ResilienceHandler(Func<HttpRequestMessage, ResiliencePipeline<HttpResponseMessage>> pipelineProvider)
    {
        ArgumentNullException.ThrowIfNull(pipelineProvider);
        _pipelines = pipelineProvider;
    }

    /// <summary>One pipeline for all requests.</summary>
    public ResilienceHandler(ResiliencePipeline<HttpResponseMessage> pipeline)
    {
        ArgumentNullException.ThrowIfNull(pipeline);
        _pipelines = _ => pipeline;
    }

    /// <inheritdoc/>
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        using var scope = ResilienceScope.Enter(request, cancellationToken);
        var outcome = await _pipelines(request).ExecuteOutcomeAsync(static async (context, state) =>
        {
            try
            {
                var message = Prepare(context, state.Request);
                return Outcome.FromResult(await state.Handler.SendInnerAsync(message, context.CancellationToken).ConfigureAwait(context.ContinueOnCapturedContext));
            }
            catch (Exception exception)
            {
                return Outcome.FromException<HttpResponseMessage>(exception);
            }
        }, scope.Context, (Handler: this, Request: request)).ConfigureAwait(scope.Context.ContinueOnCapturedContext);
        outcome.ThrowIfException();
        return outcome.Result!;
    }

    /// <inheritdoc/>
    protected override HttpResponseMessage Send(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        using var scope = ResilienceScope.Enter(request, cancellationToken);
        return _pipelines(request).Execute(
            static (context, state) => state.Handler.SendInner(Prepare(context, state.Request), context.CancellationToken),
            scope.Context,
            (Handler: this, Request: request));
    }

    private static HttpRequestMessage Prepare(ResilienceContext context, HttpRequestMessage fallback)
    {
        var request = context.GetRequestMessage() ?? fallback;
        request.SetResilienceContext(context);
        return request;
    }

    private Task<HttpResponseMessage> SendInnerAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        base.SendAsync(request, cancellationToken);

    private HttpResponseMessage SendInner(HttpRequestMessage request, CancellationToken cancellationToken) =>
        base.Send(request, cancellationToken);
}
