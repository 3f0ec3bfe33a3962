using Streamix.Comms.Tests.Host;

namespace Streamix.Comms.Tests.Campaigns;

internal sealed record Member(Guid AccountId, string Address, string? Name, string Locale, DateTimeOffset ConsentedAt)
{
    public static Member New(string address) => new(Guid.CreateVersion7(), address, "Ada", "en", DateTimeOffset.UtcNow.AddDays(-1));

    public static Member[] Many(int count) => [.. Enumerable.Range(0, count).Select(i => New($"person{i}@example.com"))];
}

/// <summary>Prepares and runs campaigns as an administrator would.</summary>
internal static class Campaigner
{
    public const string Letter = "subject: New in March\npreview: Three premieres.\n\n# New in March\n\nThree premieres wait for you.\n\n[See what is new](/browse/new)";

    public static async Task<Guid> CreateAsync(EmailHost email, double rate = 100)
    {
        var made = await email.Admin().PostAsJsonAsync("/email/campaigns", new { name = "March", letters = new { en = Letter }, ratePerSecond = rate });
        return (await EmailHost.JsonAsync(made)).GetProperty("id").GetGuid();
    }

    public static async Task<Guid> RunAsync(EmailHost email, params Member[] members)
    {
        var id = await CreateAsync(email);
        await AddAsync(email, id, members);
        await DoAsync(email, id, "start");
        return id;
    }

    public static async Task<int> AddAsync(EmailHost email, Guid id, params Member[] members) =>
        (await EmailHost.JsonAsync(await email.Admin().PostAsJsonAsync($"/email/campaigns/{id}/members", new { members }))).GetProperty("added").GetInt32();

    public static async Task DoAsync(EmailHost email, Guid id, string what) => await EmailHost.JsonAsync(await email.Admin().PostAsync($"/email/campaigns/{id}/{what}", null));

    public static async Task<int> CountAsync(EmailHost email, Guid id, string state) =>
        (await EmailHost.JsonAsync(await email.Admin().GetAsync($"/email/campaigns/{id}"))).GetProperty("progress").TryGetProperty(state, out var count) ? count.GetInt32() : 0;

    public static Task ProgressAsync(EmailHost email, Guid id, string state, int count) =>
        Until.TrueAsync(async () => await CountAsync(email, id, state) == count, $"{count} {state}");

    public static Task StateAsync(EmailHost email, Guid id, string state) => Until.TrueAsync(async () =>
        (await EmailHost.JsonAsync(await email.Admin().GetAsync($"/email/campaigns/{id}"))).GetProperty("state").GetString() == state, $"the campaign is {state}");
}
