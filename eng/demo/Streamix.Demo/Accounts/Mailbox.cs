using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Streamix.Demo.Accounts;

/// <summary>Reads the passcodes of this domain's addresses in MailDev; nobody else's mail is looked at.</summary>
internal sealed partial class Mailbox(HttpClient http, Uri maildev)
{
    /// <summary>The codes that an address was sent, oldest first.</summary>
    public async Task<IReadOnlyList<string>> CodesAsync(string email, CancellationToken cancellationToken)
    {
        if (!email.EndsWith($"@{DemoOptions.Domain}", StringComparison.Ordinal)) throw new ArgumentException("is nobody of ours", nameof(email));
        var mails = await ReadAsync(cancellationToken);
        return [.. mails.Where(mail => IsFor(mail, email)).Select(mail => Code().Match(mail.GetProperty("text").GetString() ?? "")).Where(match => match.Success).Select(match => match.Groups[1].Value)];
    }

    /// <summary>The container's older MailDev has its API at the root.</summary>
    private async Task<List<JsonElement>> ReadAsync(CancellationToken cancellationToken)
    {
        try
        {
            using var answer = await http.GetAsync(new Uri(maildev, "/api/email"), cancellationToken);
            return (answer.StatusCode == HttpStatusCode.NotFound
                ? await http.GetFromJsonAsync<List<JsonElement>>(new Uri(maildev, "/email"), cancellationToken)
                : await answer.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<List<JsonElement>>(cancellationToken)) ?? [];
        }
        catch (HttpRequestException e)
        {
            throw new DemoException($"MailDev at {maildev} does not answer: {e.Message}");
        }
    }

    private static bool IsFor(JsonElement mail, string email) =>
        mail.GetProperty("to").EnumerateArray().Any(to => string.Equals(to.GetProperty("address").GetString(), email, StringComparison.OrdinalIgnoreCase));

    [GeneratedRegex(@"^\s+([A-Z0-9]{6})\s*$", RegexOptions.Multiline, 1000)]
    private static partial Regex Code();
}
