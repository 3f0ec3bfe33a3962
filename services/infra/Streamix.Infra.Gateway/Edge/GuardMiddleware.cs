using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Options;
using Streamix.ServiceDefaults.Http;

namespace Streamix.Infra.Gateway.Edge;

/// <summary>The first look at a request, before routing.</summary>
internal sealed class GuardMiddleware(RequestDelegate next, ManagementAddresses management, IOptionsMonitor<EdgeOptions> options)
{
    public Task InvokeAsync(HttpContext context)
    {
        var target = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        var limits = options.CurrentValue;
        if (target.Length > limits.TargetCharacters)
        {
            return Refusal.WriteAsync(context, StatusCodes.Status414UriTooLong);
        }

        if (!HeaderGuard.Fits(context.Request.Headers, limits))
        {
            return Refusal.WriteAsync(context, StatusCodes.Status431RequestHeaderFieldsTooLarge);
        }

        if (RequestFraming.IsAmbiguous(context.Request.Headers))
        {
            return Refusal.WriteAsync(context, StatusCodes.Status400BadRequest, "Content-Length and Transfer-Encoding exclude each other.");
        }

        return PathGuard.Check(target) switch
        {
            PathVerdict.Clean => next(context),
            PathVerdict.Malformed => Refusal.WriteAsync(context, StatusCodes.Status400BadRequest, "The address is not valid UTF-8 text."),
            _ when management.Admits(context, target) => next(context),
            _ => Refusal.WriteAsync(context, StatusCodes.Status404NotFound),
        };
    }
}
