namespace Streamix.Platform.Tests.Accounts.Routes;

/// <summary>Values for the parameters of a path that lead nowhere.</summary>
internal static class Fill
{
    public static string AtRandom(Operation operation, string parameter) => parameter switch
    {
        "service" => Operation.Operated,
        "size" => "128",
        "role" => "support",
        "name" => "petals-coral",
        "width" => "320",
        "number" => "1",
        "template" => "passcode",
        "userCode" => "BCDF-GHJK",
        _ => operation.Template.StartsWith("/api/v1/session/{", StringComparison.Ordinal) ? Guid.NewGuid().ToString("n") : Guid.NewGuid().ToString(),
    };
}
