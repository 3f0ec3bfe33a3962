using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Shouldly;
using Streamix.Testing;
using Streamix.Testing.Tokens;
using Xunit;

namespace Streamix.Platform.Tests.Readme;

public sealed class AddServiceTests
{
    private const string Section = "Add a service in ten minutes";
    private const string Up = "./streamix up ";

    [Fact]
    public async Task Readme_ItsSteps_MakeAServiceWithDatabaseEventAndDoor()
    {
        var steps = ReadmeSteps.Of(Section);
        var start = steps.Single(step => step.Text.StartsWith(Up, StringComparison.Ordinal));
        using var tree = await TreeCopy.MakeAsync();
        foreach (var step in steps.Where(step => step != start)) await tree.ApplyAsync(step);
        await tree.BuildAsync("services/engagement/Streamix.Engagement.Contracts", "services/engagement/Streamix.Engagement.Cheers",
            "services/infra/Streamix.Infra.Migrator", "services/infra/Streamix.Infra.Gateway", "Streamix.AppHost");

        await using var platform = AppHostProcess.StartIn(tree.Root, start.Text[Up.Length..].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        await platform.WaitForLineAsync("all healthy in");

        await CheersAreCountedAsync(platform);
    }

    private static async Task CheersAreCountedAsync(AppHostProcess platform)
    {
        using var tokens = TestTokens.FromPem(platform.Secret("platform-signing-key"));
        using var client = new HttpClient { BaseAddress = await platform.AddressOfAsync("infra-gateway") }.As(tokens.User());
        var title = $"/api/v1/cheers/{Guid.CreateVersion7()}";

        (await client.PostAsync(title, null)).StatusCode.ShouldBe(HttpStatusCode.Created);
        (await client.PostAsync(title, null)).StatusCode.ShouldBe(HttpStatusCode.Conflict);

        await Until.TrueAsync(async () => (await client.GetFromJsonAsync<JsonElement>(title)).GetProperty("cheers").GetInt32() == 1, "the handler counted the one cheer");
    }
}
