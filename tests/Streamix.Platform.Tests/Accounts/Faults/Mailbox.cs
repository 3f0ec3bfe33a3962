using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using Streamix.Testing;

namespace Streamix.Platform.Tests.Accounts.Faults;

/// <summary>All mails that arrived, read at most once a second for everybody.</summary>
internal sealed partial class Mailbox(HttpClient maildev) : IDisposable
{
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(1);
    private readonly SemaphoreSlim _gate = new(1);
    private ILookup<string, Letter> _letters = Array.Empty<Letter>().ToLookup(letter => letter.To);
    private long? _readAt;

    /// <summary>The passcode, when its mail has come.</summary>
    public async Task<string> CodeAsync(string address)
    {
        var code = "";
        await Until.TrueAsync(async () =>
        {
            await Task.Delay(Fresh / 4);
            code = (await ReadAsync())[address].FirstOrDefault()?.Code ?? "";
            return code.Length > 0;
        }, $"a passcode for {address}", TimeSpan.FromMinutes(3));
        return code;
    }

    public async Task<ILookup<string, Letter>> ReadAsync()
    {
        await _gate.WaitAsync();
        try
        {
            if (_readAt is not { } at || Stopwatch.GetElapsedTime(at) > Fresh)
            {
                var mails = await maildev.GetFromJsonAsync<List<JsonElement>>("/api/email");
                _letters = mails!.Select(Letter.Of).OfType<Letter>().ToLookup(letter => letter.To);
                _readAt = Stopwatch.GetTimestamp();
            }
            return _letters;
        }
        finally
        {
            _gate.Release();
        }
    }

    public void Dispose() => _gate.Dispose();

    /// <summary>A mail with a passcode.</summary>
    internal sealed record Letter(string To, string MessageId, string Code)
    {
        public static Letter? Of(JsonElement mail) => Passcode().Match(mail.GetProperty("text").GetString() ?? "") is { Success: true } match
            ? new(mail.GetProperty("to")[0].GetProperty("address").GetString()!, mail.GetProperty("headers").GetProperty("message-id").GetString()!, match.Groups["code"].Value)
            : null;
    }

    [GeneratedRegex(@"^\s+(?<code>[A-Z0-9]{6})\s*$", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Passcode();
}
