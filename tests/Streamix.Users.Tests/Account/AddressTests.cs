using System.Text.Json;
using Microsoft.EntityFrameworkCore;

namespace Streamix.Users.Tests.Account;

public sealed class AddressTests(AccountHost host) : IClassFixture<AccountHost>
{
    private static object Draft(string label = "Home", string country = "GB", string? postalCode = "SW1Y 4LB") =>
        new { label, recipient = "Ada Lovelace", line1 = "12 St James's Square", city = "London", country, postalCode };

    private async Task<HttpClient> UserAsync() => host.User(await host.AccountAsync());

    private static async Task<string> AddAsync(HttpClient client, string label = "Home") =>
        (await client.PostAsJsonAsync("/account/addresses", Draft(label)).ShouldAnswerAsync(201)).Headers.Location!.ToString();

    private static async Task<List<JsonElement>> ListAsync(HttpClient client) =>
        [.. (await AccountHost.JsonAsync(await client.GetAsync("/account/addresses"))).GetProperty("items").EnumerateArray()];

    [Fact]
    public async Task Add_TwoAddresses_TheFirstIsTheDefault()
    {
        var client = await UserAsync();
        await AddAsync(client);
        await AddAsync(client, "Work");
        (await ListAsync(client)).Select(a => (a.GetProperty("label").GetString(), a.GetProperty("isDefault").GetBoolean())).ShouldBe([("Home", true), ("Work", false)]);
    }

    [Fact]
    public async Task Prefer_Another_MovesTheDefault()
    {
        var client = await UserAsync();
        await AddAsync(client);
        var second = await AddAsync(client, "Work");
        await client.PutAsync($"{second}/default", new { }).ShouldAnswerAsync(204);
        (await ListAsync(client)).Select(a => a.GetProperty("isDefault").GetBoolean()).ShouldBe([false, true]);
    }

    [Fact]
    public async Task Remove_TheDefault_MakesTheOldestLeftTheDefault()
    {
        var client = await UserAsync();
        var first = await AddAsync(client);
        await AddAsync(client, "Work");
        await AddAsync(client, "Parents");
        await client.DeleteAsync(first).ShouldAnswerAsync(204);
        await client.DeleteAsync(first).ShouldAnswerAsync(404);
        (await ListAsync(client)).Select(a => (a.GetProperty("label").GetString(), a.GetProperty("isDefault").GetBoolean())).ShouldBe([("Work", true), ("Parents", false)]);
    }

    [Fact]
    public async Task Add_ManyAtOnce_StopsAtTenWithOneDefault()
    {
        var client = await UserAsync();
        var answers = await Task.WhenAll(Enumerable.Range(0, 14).Select(i => client.PostAsJsonAsync("/account/addresses", Draft($"No. {i}"))));
        answers.Count(a => a.StatusCode == HttpStatusCode.Created).ShouldBe(10);
        answers.Count(a => a.StatusCode == HttpStatusCode.Conflict).ShouldBe(4);
        (await ListAsync(client)).Count(a => a.GetProperty("isDefault").GetBoolean()).ShouldBe(1);
    }

    [Fact]
    public async Task Change_WithVersions_IsGuarded()
    {
        var client = await UserAsync();
        var address = await AddAsync(client);
        var tag = (await client.GetAsync(address)).Headers.ETag!.Tag;
        (await AccountHost.JsonAsync(await client.PutAsync(address, Draft("Office"), tag))).GetProperty("label").GetString().ShouldBe("Office");
        await client.PutAsync(address, Draft("Late"), tag).ShouldAnswerAsync(412);
    }

    [Theory]
    [InlineData("GB", "12345")]
    [InlineData("DE", "1011")]
    [InlineData("DE", null)]
    public async Task Add_PostalCodeOfAnotherCountry_Is422(string country, string? code)
    {
        var answer = await (await UserAsync()).PostAsJsonAsync("/account/addresses", Draft(country: country, postalCode: code)).ShouldAnswerAsync(422);
        (await answer.ErrorAsync("postalCode")).ShouldContain("country");
    }

    [Fact]
    public async Task Stranger_WithTheId_FindsNothing()
    {
        var mine = await AddAsync(await UserAsync());
        var stranger = await UserAsync();
        await stranger.GetAsync(mine).ShouldAnswerAsync(404);
        await stranger.PutAsync(mine, Draft()).ShouldAnswerAsync(404);
        await stranger.PutAsync($"{mine}/default", new { }).ShouldAnswerAsync(404);
        await stranger.DeleteAsync(mine).ShouldAnswerAsync(404);
    }

    [Fact]
    public async Task Index_TwoDefaults_IsRefusedByTheDatabase()
    {
        var id = await host.AccountAsync();
        var client = host.User(id);
        await AddAsync(client);
        await AddAsync(client, "Work");
        await Should.ThrowAsync<Npgsql.PostgresException>(() => host.QueryAsync(db => db.Database.ExecuteSqlAsync($"UPDATE addresses SET is_default = true WHERE account_id = {id}")));
    }
}
