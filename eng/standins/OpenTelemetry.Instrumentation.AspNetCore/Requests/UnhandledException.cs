using System.Reflection;

namespace OpenTelemetry.Instrumentation.AspNetCore.Requests;

/// <summary>The payloads of ASP.NET Core's exception events have no public type.</summary>
internal static class UnhandledException
{
    public static Exception? Of(object payload) => payload.GetType()
        .GetProperty("exception", BindingFlags.Public | BindingFlags.Instance | BindingFlags.IgnoreCase)?.GetValue(payload) as Exception;
}
