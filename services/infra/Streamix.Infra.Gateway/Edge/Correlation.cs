namespace Streamix.Infra.Gateway.Edge;

/// <summary>One id for everything a request sets off: the caller's if it is a UUID, else a new one.</summary>
internal static class Correlation
{
    public const string Header = "X-Correlation-Id";

    public static string Of(HttpContext context, TimeProvider time)
    {
        var given = context.Request.Headers[Header];
        return given is [{ Length: 36 } text] && Guid.TryParseExact(text, "D", out _)
            ? text
            : Guid.CreateVersion7(time.GetUtcNow()).ToString();
    }
}
