namespace Streamix.ServiceDefaults.Http;

/// <summary>Keeps the body of a keyed request, so that it can be compared with a later one.</summary>
internal sealed class RereadableBody(RequestDelegate next)
{
    private const int InMemory = 1024 * 1024;

    public Task InvokeAsync(HttpContext context)
    {
        if (context.GetEndpoint()?.Metadata.GetMetadata<IdempotentEndpoint>() is not null && context.Request.Headers.ContainsKey(IdempotencyKey.Header))
            context.Request.EnableBuffering(InMemory);
        return next(context);
    }
}
