using Streamix.ServiceDefaults.Http;

namespace Streamix.ServiceDefaults.Audit;

/// <summary>An answer given again has its record since the first time.</summary>
internal sealed class AuditGuard : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var result = await next(context);
        var method = context.HttpContext.Request.Method;
        if (HttpMethods.IsGet(method) || HttpMethods.IsHead(method) || result is RecordedAnswer { Replayed: true } || Status(result) >= 400)
            return result;
        return context.HttpContext.RequestServices.GetRequiredService<AuditTrail>().Count > 0
            ? result
            : throw new InvalidOperationException($"{method} {context.HttpContext.GetEndpoint()?.DisplayName} left no audit record.");
    }

    private static int Status(object? result) => result switch
    {
        RecordedAnswer answer => answer.Status,
        INestedHttpResult nested => Status(nested.Result),
        IStatusCodeHttpResult { StatusCode: { } status } => status,
        _ => StatusCodes.Status200OK,
    };
}
