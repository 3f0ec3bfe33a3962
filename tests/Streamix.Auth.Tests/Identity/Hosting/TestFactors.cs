using System.Text.Json;
using Streamix.Auth.Identity.Totp;

namespace Streamix.Auth.Tests.Identity.Hosting;

internal static class TestFactors
{
    /// <summary>With an authenticator app, enrolled as a user would.</summary>
    public static async Task<TestAccount> WithTotpAsync(this IdentityHost host, TestAccount account)
    {
        var client = host.As(account);
        var secret = (await (await client.PostAsync("/identity/totp", null)).ShouldBeAsync(200)).Text("secret");
        var confirmed = await (await client.PostAsJsonAsync("/identity/totp/confirm", new { code = host.CodeOf(secret) })).ShouldBeAsync(200);
        host.Time.Advance(TimeSpan.FromSeconds(30));
        return account with { TotpSecret = secret, RecoveryCodes = [.. confirmed.GetProperty("recoveryCodes").EnumerateArray().Select(c => c.GetString()!)] };
    }

    /// <summary>The code the app shows now.</summary>
    public static string CodeOf(this IdentityHost host, string secret) => TotpCode.Of(Decode(secret), TotpCode.StepAt(host.Time.GetUtcNow()));

    /// <summary>Right password, second factor asked for.</summary>
    public static async Task<JsonElement> ChallengeAsync(this IdentityHost host, TestAccount account)
    {
        var answer = await (await host.SignInAsync(account)).ShouldBeAsync(200);
        answer.Text("outcome").ShouldBe("second-factor");
        answer.GetProperty("session").ValueKind.ShouldBe(JsonValueKind.Null);
        return answer.GetProperty("challenge");
    }

    public static Task<HttpResponseMessage> AnswerAsync(this IdentityHost host, JsonElement challenge, string method, string code) =>
        host.Anonymous().PostAsJsonAsync($"/identity/sign-in/{challenge.Text("id")}/{method}", new { code });

    private static byte[] Decode(string base32)
    {
        List<byte> bytes = [];
        var (buffer, bits) = (0, 0);
        foreach (var c in base32)
        {
            (buffer, bits) = ((buffer << 5 | "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".IndexOf(c, StringComparison.Ordinal)) & 0xfff, bits + 5);
            if (bits >= 8)
                bytes.Add((byte)(buffer >> (bits -= 8)));
        }
        return [.. bytes];
    }
}
