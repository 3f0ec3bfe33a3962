namespace Streamix.ServiceDefaults.Audit;

internal sealed class AuditGuard : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var result = await next(context);
        var method = context.HttpContext.Request.Method;
        if (HttpMethods.IsGet(method) || HttpMethods.IsHead(method) || Status(result) >= 400)
            return result;
        return context.HttpContext.RequestServices.GetRequiredService<AuditTrail>().Count > 0
            ? result
            : throw new InvalidOperationException($"{method} {context.HttpContext.GetEndpoint()?.DisplayName} left no audit record.");
    }

    private static int Status(object? result) => result switch
    {
        INestedHttpResult nested => Status(nested.Result),
        IStatusCodeHttpResult { StatusCode: { } status } => status,
        _ => StatusCodes.Status200OK,
    };
}
