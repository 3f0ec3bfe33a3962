using System.Text.Json;
using Shouldly;
using Streamix.ServiceDefaults.Messaging.Events;

namespace Streamix.Messaging.Tests.Events;

public sealed class EventJsonTests
{
    private sealed record Ordered(Guid Id, string Title, DayOfWeek Day, string? Note = null);

    [Fact]
    public void Event_Is_written_in_camel_case_with_enums_by_name_and_without_nulls() =>
        JsonSerializer.Serialize(new Ordered(Guid.Empty, "x", DayOfWeek.Friday), EventJson.Options)
            .ShouldBe("""{"id":"00000000-0000-0000-0000-000000000000","title":"x","day":"friday"}""");

    [Fact]
    public void Members_that_were_added_later_Are_ignored() =>
        Read("""{"id":"00000000-0000-0000-0000-000000000000","title":"x","day":"friday","added":{"later":1}}""").Title.ShouldBe("x");

    [Theory]
    [InlineData("""{"id":"00000000-0000-0000-0000-000000000000","title":null,"day":"friday"}""")]
    [InlineData("""{"id":"no","title":"x","day":"friday"}""")]
    [InlineData("""{"id":"00000000-0000-0000-0000-000000000000","title":5,"day":"friday"}""")]
    public void Wrong_values_Are_refused(string json) => Should.Throw<JsonException>(() => Read(json));

    private static Ordered Read(string json) => JsonSerializer.Deserialize<Ordered>(json, EventJson.Options)!;
}
