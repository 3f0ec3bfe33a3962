using Microsoft.EntityFrameworkCore;
using Streamix.Users.Account.Accounts;
using Streamix.Users.Account.Administration;

namespace Streamix.Users.Tests.Account;

/// <summary>Whether an index can serve a search. Some thousand rows are still quicker read from the table, so that is taken away from PostgreSQL.</summary>
public sealed class SearchPlanTests(SearchPlanTests.Crowd crowd) : IClassFixture<SearchPlanTests.Crowd>
{
    [Theory]
    [InlineData("lovel", null, "ix_accounts_names")]
    [InlineData(null, "lovel", "ix_accounts_email_key_parts")]
    public async Task Search_ByAPart_CanUseTheTrigrams(string? name, string? email, string index) =>
        (await PlanAsync(new AccountSearch(email, name), a => a, "seqscan")).ShouldContain(index);

    [Fact]
    public async Task Search_ByAWholeAddress_IsAnEquality() =>
        (await PlanAsync(new AccountSearch("Person7@Example.org"), a => a)).ShouldMatch("email_key\\S* = 'person7@example.org'");

    [Fact]
    public async Task Search_ByAddressOrName_CanWalkAnIndex()
    {
        string[] without = ["seqscan", "bitmapscan", "sort", "incremental_sort"];
        (await PlanAsync(new(), a => a.OrderBy(x => x.EmailKey).ThenBy(x => x.Id), without)).ShouldContain("ix_accounts_by_email");
        (await PlanAsync(new(), a => a.OrderBy(x => x.DisplayName).ThenBy(x => x.Id), without)).ShouldContain("ix_accounts_by_name");
    }

    private Task<string> PlanAsync(AccountSearch search, Func<IQueryable<UserAccount>, IQueryable<UserAccount>> order, params string[] without) => crowd.Host.QueryAsync(async db =>
    {
        await using var transaction = await db.Database.BeginTransactionAsync();
        foreach (var way in without)
            await db.Database.ExecuteSqlAsync($"SELECT set_config({"enable_" + way}, 'off', true)");
        await using var command = order(search.Filter(db.Accounts)).CreateDbCommand();
        command.CommandText = "EXPLAIN " + command.CommandText;
        List<string> lines = [];
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
            lines.Add(reader.GetString(0));
        return string.Join('\n', lines);
    });

    public sealed class Crowd : IAsyncLifetime
    {
        private const int People = 3000;

        internal AccountHost Host { get; } = new();

        public async Task InitializeAsync()
        {
            await Host.InitializeAsync();
            await Host.QueryAsync(async db =>
            {
                foreach (var number in Enumerable.Range(0, People))
                    db.Accounts.Add(new(
                        EmailAddress.Parse(number == 7 ? "ada.lovelace@example.org" : $"person{number}@example.org"),
                        new(number == 7 ? "Ada Lovelace" : $"Person {number}"), new("en", "GB"), "1", false, Host.Time.GetUtcNow()));
                await db.SaveChangesAsync();
                return await db.Database.ExecuteSqlAsync($"VACUUM ANALYZE accounts");
            });
        }

        public Task DisposeAsync() => ((IAsyncLifetime)Host).DisposeAsync();
    }
}
