using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Http.Resilience;

namespace Polly;

/// <summary>The request of a resilience context.</summary>
[Experimental(Experiments.Resilience)]
public static class HttpResilienceContextExtensions
{
    private static readonly ResiliencePropertyKey<HttpRequestMessage?> Key = new("Resilience.Http.RequestMessage");

    /// <summary>The request, if the context has one.</summary>
    public static HttpRequestMessage? GetRequestMessage(this ResilienceContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return context.Properties.GetValue(Key, null);
    }

    /// <summary>Sets the request of the context.</summary>
    public static void SetRequestMessage(this ResilienceContext context, HttpRequestMessage? requestMessage)
    {
        ArgumentNullException.ThrowIfNull(context);
        context.Properties.Set(Key, requestMessage);
    }
}
