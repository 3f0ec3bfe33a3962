using Streamix.Users.Account.Accounts;

namespace Streamix.Users.Tests.Account;

public sealed class SearchTests(SearchTests.People people) : IClassFixture<SearchTests.People>
{
    private const string Route = "/account/admin/accounts";

    [Theory]
    [InlineData("", "zoe yan Xu_1 walt Victor ursula")]
    [InlineData("sort=oldest", "ursula Victor walt Xu_1 yan zoe")]
    [InlineData("sort=email", "zoe yan Xu_1 walt ursula Victor")]
    [InlineData("email=mail-u", "ursula")]
    [InlineData("email=MAIL-V@Example.org", "Victor")]
    [InlineData("email=%25", "")]
    [InlineData("name=vic", "Victor")]
    [InlineData("name=_", "Xu_1")]
    [InlineData("status=suspended", "walt")]
    [InlineData("status=pending&country=FR", "yan")]
    [InlineData("country=FR", "yan Victor")]
    [InlineData("role=editor", "ursula")]
    [InlineData("registeredFrom=2000-01-01T00:00:00Z&registeredTo=2000-01-02T00:00:00Z", "")]
    public async Task Search_ByThis_FindsThose(string query, string names)
    {
        foreach (var limit in (int[])[100, 2, 1])
            (await WalkAsync($"{Route}?{query}&limit={limit}")).ShouldBe(names.Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }

    [Theory]
    [InlineData("sort=size")]
    [InlineData("status=happy")]
    [InlineData("registeredFrom=yesterday")]
    [InlineData("limit=0")]
    [InlineData("limit=101")]
    [InlineData("after=AAAAAAAAAAAAAAAAAAAAAAAA")]
    public async Task Search_ByNonsense_Is400(string query) => await people.Admin.GetAsync($"{Route}?{query}").ShouldAnswerAsync(400);

    [Fact]
    public async Task Search_CursorOfAnotherSort_Is400()
    {
        var next = (await AccountHost.JsonAsync(await people.Admin.GetAsync($"{Route}?limit=1"))).GetProperty("next").GetString();
        await people.Admin.GetAsync($"{Route}?limit=1&sort=name&after={next}").ShouldAnswerAsync(400);
    }

    private async Task<List<string>> WalkAsync(string address)
    {
        List<string> names = [];
        string? after = null;
        do
        {
            var page = await AccountHost.JsonAsync(await people.Admin.GetAsync(after is null ? address : $"{address}&after={after}"));
            names.AddRange(page.GetProperty("items").EnumerateArray().Select(a => a.GetProperty("displayName").GetString()!));
            after = page.GetProperty("next").GetString();
        }
        while (after is not null);
        return names;
    }

    public sealed class People : IAsyncLifetime
    {
        private readonly AccountHost _host = new();

        /// <summary>With a role in the token only, so that the list holds nobody else.</summary>
        internal HttpClient Admin => _host.User(Guid.CreateVersion7(), "admin");

        public async Task InitializeAsync()
        {
            await _host.InitializeAsync();
            await AddAsync("ursula", "mail-u", AccountStatus.Active, "GB", "editor");
            await AddAsync("Victor", "mail-v", AccountStatus.Active, "FR");
            await AddAsync("walt", "letter-w", AccountStatus.Suspended, "GB");
            await AddAsync("Xu_1", "letter-t", AccountStatus.Closed, "GB");
            await AddAsync("yan", "letter-s", AccountStatus.Pending, "FR");
            await AddAsync("zoe", "letter-r", AccountStatus.Active, "GB");
        }

        public Task DisposeAsync() => ((IAsyncLifetime)_host).DisposeAsync();

        private async Task AddAsync(string name, string mailbox, AccountStatus status, string country, params string[] roles)
        {
            await _host.AccountAsync($"{mailbox}@example.org", roles, status, name, country);
            _host.Time.Advance(TimeSpan.FromSeconds(1));
        }
    }
}
