using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using Streamix.Testing;

namespace Streamix.Platform.Tests.Accounts;

/// <summary>What MailDev has received.</summary>
internal sealed class Inbox(HttpClient maildev)
{
    /// <summary>The subjects of all mails to an address, in the order of arrival.</summary>
    public async Task<IReadOnlyList<string>> SubjectsAsync(string address) => [.. (await ReadAsync(address)).Select(mail => mail.GetProperty("subject").GetString()!)];

    /// <summary>The first group of <paramref name="pattern"/> in the latest mail to the address whose subject contains <paramref name="subject"/>.</summary>
    public async Task<string> FindAsync(string address, string subject, string pattern)
    {
        var found = "";
        await Until.TrueAsync(async () =>
        {
            var mail = (await ReadAsync(address)).LastOrDefault(mail => mail.GetProperty("subject").GetString()!.Contains(subject, StringComparison.OrdinalIgnoreCase));
            var match = mail.ValueKind == JsonValueKind.Undefined ? Match.Empty : Regex.Match(mail.GetProperty("text").GetString()!, pattern, RegexOptions.Multiline, TimeSpan.FromSeconds(1));
            found = match.Groups[1].Value;
            return match.Success;
        }, $"a mail '{subject}' to {address}", TimeSpan.FromSeconds(60));
        return found;
    }

    private async Task<IReadOnlyList<JsonElement>> ReadAsync(string address)
    {
        var mails = await maildev.GetFromJsonAsync<List<JsonElement>>("/api/email");
        return [.. mails!.Where(mail => mail.GetProperty("to").EnumerateArray().Any(to => string.Equals(to.GetProperty("address").GetString(), address, StringComparison.OrdinalIgnoreCase)))];
    }
}
