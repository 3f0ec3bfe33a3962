using Streamix.Comms.Contracts.Mail;

namespace Streamix.Comms.Email.Templates;

/// <summary>Made-up values, for previews and tests.</summary>
internal static class TemplateExamples
{
    public const string Name = "Ada";

    private static readonly Dictionary<string, string> Values = new(StringComparer.Ordinal)
    {
        ["code"] = "K7M2XQ",
        ["minutes"] = "15",
        ["token"] = "an-example-that-opens-nothing",
        ["when"] = "2030-01-31T18:45:00Z",
        ["side"] = "new",
        ["factor"] = "totp",
        ["change"] = "added",
        ["days"] = "7",
        ["receipt"] = "an-example-that-opens-nothing",
    };

    public static IReadOnlyDictionary<string, string> For(string template) => MailVariables.Of[template].ToDictionary(name => name, name => Values.GetValueOrDefault(name, "…"), StringComparer.Ordinal);
}
