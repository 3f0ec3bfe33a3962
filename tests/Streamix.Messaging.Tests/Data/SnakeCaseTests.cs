using Shouldly;
using Streamix.ServiceDefaults.Data;

namespace Streamix.Messaging.Tests.Data;

public sealed class SnakeCaseTests
{
    [Theory]
    [InlineData("Title", "title")]
    [InlineData("OccurredAt", "occurred_at")]
    [InlineData("URLOfImage", "url_of_image")]
    [InlineData("IPAddress", "ip_address")]
    [InlineData("HttpV2", "http_v2")]
    [InlineData("IX_Notes_AccountId", "ix_notes_account_id")]
    [InlineData("already_there", "already_there")]
    public void Name_Becomes_snake_case(string name, string expected) => SnakeCase.Of(name).ShouldBe(expected);
}
