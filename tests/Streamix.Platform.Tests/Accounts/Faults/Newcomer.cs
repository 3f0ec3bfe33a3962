using System.Net;
using System.Text.Json;

namespace Streamix.Platform.Tests.Accounts.Faults;

/// <summary>Somebody who signs up, reads the mail, proves the address and signs in, and repeats whatever was not answered.</summary>
internal sealed class Newcomer(PatientClient http, Mailbox mailbox, string mark, int number)
{
    private const string Password = "a house by the river 1815";
    private readonly string _key = $"{mark}-{number}";

    /// <summary>RFC 2544's own range: sign-ins that a kill made fail count against an address, and no two newcomers share one.</summary>
    private readonly IPAddress _address = new([198, 18, (byte)(number >> 8), (byte)number]);

    public string Email { get; } = $"{mark}-{number}@example.org";

    public string Name { get; } = $"Newcomer {number}";

    public Guid AccountId { get; private set; }

    public async Task JoinAsync()
    {
        AccountId = await SignUpAsync();
        var code = await mailbox.CodeAsync(Email);
        (await http.SendAsync("/api/v1/identity/passcodes/verify", new { accountId = AccountId, code }, _address)).Expect(HttpStatusCode.NoContent, Email);
        (await http.SendAsync("/api/v1/identity/sign-in", new { email = Email, password = Password }, _address)).Expect(HttpStatusCode.OK, Email);
    }

    private async Task<Guid> SignUpAsync()
    {
        var answer = await http.SendAsync("/api/v1/account/registrations",
            new { email = Email, password = Password, displayName = Name, locale = "en-GB", country = "GB", termsVersion = "2026-01" }, _address, _key);
        answer.Expect(HttpStatusCode.Created, Email);
        return JsonSerializer.Deserialize<JsonElement>(answer.Text).GetProperty("accountId").GetGuid();
    }
}
