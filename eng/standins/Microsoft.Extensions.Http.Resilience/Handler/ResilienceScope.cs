using Polly;

namespace Microsoft.Extensions.Http.Resilience;

/// <summary>Ties a context to a request; returns it to the pool only where it was taken from it.</summary>
internal readonly struct ResilienceScope : IDisposable
{
    private readonly HttpRequestMessage _request;
    private readonly ResilienceContext? _before;

    private ResilienceScope(HttpRequestMessage request, ResilienceContext context, ResilienceContext? before) =>
        (_request, Context, _before) = (request, context, before);

    public ResilienceContext Context { get; }

    public static ResilienceScope Enter(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var before = request.GetResilienceContext();
        var context = before ?? ResilienceContextPool.Shared.Get(cancellationToken);
        context.SetRequestMessage(request);
        request.SetResilienceContext(context);
        return new(request, context, before);
    }

    public void Dispose()
    {
        _request.SetResilienceContext(_before);
        if (_before is null)
            ResilienceContextPool.Shared.Return(Context);
    }
}
