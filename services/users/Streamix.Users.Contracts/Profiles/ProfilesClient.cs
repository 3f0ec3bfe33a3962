using System.Net.Http.Json;
using Streamix.ServiceDefaults.Http;

namespace Streamix.Users.Contracts.Profiles;

/// <summary>The profiles' internal routes: <c>services.AddServiceClient&lt;ProfilesClient&gt;("users-profile")</c>.</summary>
public sealed class ProfilesClient(HttpClient http)
{
    /// <summary>Checks ownership and PIN of a profile; a wrong PIN counts as an attempt.</summary>
    public async Task<ProfileEntryAnswer> EnterAsync(Guid profileId, ProfileEntry entry, CancellationToken cancellationToken)
    {
        using var response = await http.PostAsJsonAsync($"/internal/profiles/{profileId}/entries", entry, JsonDefaults.Options, cancellationToken);
        response.EnsureSuccessStatusCode();
        return (await response.Content.ReadFromJsonAsync<ProfileEntryAnswer>(JsonDefaults.Options, cancellationToken))!;
    }
}
