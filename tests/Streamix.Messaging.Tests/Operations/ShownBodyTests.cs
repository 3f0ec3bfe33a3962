using System.Text;
using Shouldly;
using Streamix.ServiceDefaults.Operations;

namespace Streamix.Messaging.Tests.Operations;

public sealed class ShownBodyTests
{
    private const string Body = """
        {"accountId":"0197c0de-0000-7000-8000-00000000000a","nickname":"Ada","city":"London","home":{"street":"12 St James's Square","country":"GB","floor":3},
         "others":[{"street":"Rue 1","country":"FR"}],"counts":{"ada@example.org":2,"b":1},"token":"abc","age":36,"extra":"who knows"}
        """;

    [Fact]
    public void Of_AKnownEvent_HidesWhatIsPersonalAndWhatTheContractDoesNotKnow()
    {
        var shown = Shown(Body, typeof(PersonMet));
        shown.ShouldBe("""
            {"accountId":"0197c0de-0000-7000-8000-00000000000a","nickname":"[redacted]","city":"London","home":{"street":"[redacted]","country":"GB","floor":"[redacted]"},"others":[{"street":"[redacted]","country":"FR"}],"counts":{"[redacted]":2,"b":1},"token":"[redacted]","age":36,"extra":"[redacted]"}
            """.Trim());
    }

    [Theory]
    [InlineData("""{"nickname":"Ada"}""")]
    [InlineData("not JSON at all")]
    [InlineData("")]
    public void Of_AnUnknownEvent_IsHiddenWhole(string body) => Shown(body, null).ShouldBe("\"[redacted]\"");

    [Theory]
    [InlineData("""{"city":"write to ada@example.org"}""", """{"city":"write to [redacted]"}""")]
    [InlineData("""{"city":{"nickname":"Ada"}}""", """{"city":"[redacted]"}""")]
    [InlineData("""{"NICKNAME":"Ada","nickname":"Ada"}""", """{"NICKNAME":"[redacted]","nickname":"[redacted]"}""")]
    [InlineData("""{"city":"a","city":"b"}""", """{"city":"b"}""")]
    [InlineData("""{"others":null,"city":null}""", """{"others":null,"city":null}""")]
    [InlineData("""["Ada"]""", "\"[redacted]\"")]
    public void Of_AnEventThatIsNotAsItsContractSays_ShowsNothingMore(string body, string expected) => Shown(body, typeof(PersonMet)).ShouldBe(expected);

    private static string Shown(string body, Type? type) => ShownBody.Of(Encoding.UTF8.GetBytes(body), type)?.ToJsonString() ?? "null";
}
