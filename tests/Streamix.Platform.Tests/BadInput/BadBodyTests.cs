using System.Text;
using Xunit;

namespace Streamix.Platform.Tests.BadInput;

public sealed class BadBodyTests(Graph graph) : AtBothDoors(graph)
{
    private static readonly Dictionary<string, byte[]> Malformed = new()
    {
        ["nothing"] = [],
        ["open brace"] = Text("{"),
        ["comma at the end"] = Text("""{"title":"a","text":"b",}"""),
        ["single quotes"] = Text("{'title':'a','text':'b'}"),
        ["plain words"] = Text("nonsense"),
        ["two documents"] = Text("""{"title":"a","text":"b"}{"title":"c","text":"d"}"""),
        ["comment"] = Text("""{"title":"a",/* b */"text":"b"}"""),
        ["NaN"] = Text("""{"title":NaN,"text":"b"}"""),
        ["cut short"] = Text("""{"title":"a","te"""),
        ["array"] = Text("[]"),
        ["string"] = Text("\"text\""),
        ["null"] = Text("null"),
        ["nested 100,000 deep"] = Text("""{"title":"a","text":"b","more":""" + new string('[', 50_000) + new string(']', 50_000) + "}"),
        ["UTF-16"] = Encoding.Unicode.GetBytes("""{"title":"a","text":"b"}"""),
        ["byte FF"] = Title([0xff]),
        ["byte FE FF"] = Title([0xfe, 0xff]),
        ["broken sequence"] = Title([0xc3, 0x28]),
        ["overlong slash"] = Title([0xc0, 0xaf]),
        ["surrogate as UTF-8"] = Title([0xed, 0xa0, 0x80]),
        ["beyond Unicode"] = Title([0xf4, 0x90, 0x80, 0x80]),
        ["sequence cut off"] = Title([0xf0, 0x9f, 0x8e]),
        ["NUL byte"] = Title([0]),
        ["random bytes"] = [.. Enumerable.Range(0, 4096).Select(i => (byte)(i * 37 + 129))],
    };

    private static readonly Dictionary<string, string> WrongTypes = new()
    {
        ["title a number"] = """{"title":1,"text":"b"}""",
        ["title an object"] = """{"title":{"$type":"System.IO.FileInfo"},"text":"b"}""",
        ["title a list"] = """{"title":["a"],"text":"b"}""",
        ["title true"] = """{"title":true,"text":"b"}""",
        ["title null"] = """{"title":null,"text":"b"}""",
        ["title missing"] = """{"text":"b"}""",
        ["everything missing"] = "{}",
        ["title twice"] = """{"title":"a","title":"b","text":"c"}""",
        ["a huge number"] = """{"title":1e999999999,"text":"b"}""",
        ["a number of 20,000 digits"] = $$"""{"title":{{new string('9', 20_000)}},"text":"b"}""",
        ["NUL escaped"] = """{"title":"a\u0000b","text":"c"}""",
        ["lone high surrogate"] = """{"title":"\ud83c","text":"c"}""",
        ["lone low surrogate"] = """{"title":"\udfac","text":"c"}""",
    };

    private static readonly Dictionary<string, string> Unacceptable = new()
    {
        ["title too long"] = $$"""{"title":"{{new string('a', 201)}}","text":"b"}""",
        ["title blank"] = """{"title":" \t ","text":"b"}""",
        ["title of two lines"] = """{"title":"a\nb","text":"c"}""",
        ["text too long"] = $$"""{"title":"a","text":"{{new string('a', 20_001)}}"}""",
    };

    public static TheoryData<string> MalformedOnes => [.. Malformed.Keys];

    public static TheoryData<string> WrongTypeOnes => [.. WrongTypes.Keys];

    public static TheoryData<string> UnacceptableOnes => [.. Unacceptable.Keys];

    [Theory]
    [MemberData(nameof(MalformedOnes))]
    public Task Body_NotJson_Is400(string what) => ProblemAsync(400, door => door.Post(Malformed[what]));

    [Theory]
    [MemberData(nameof(WrongTypeOnes))]
    public Task Body_WrongTypes_Is400(string what) => ProblemAsync(400, door => door.Post(Text(WrongTypes[what])));

    [Theory]
    [MemberData(nameof(UnacceptableOnes))]
    public Task Body_AgainstTheRules_Is422(string what) => ProblemAsync(422, door => door.Post(Text(Unacceptable[what])));

    private static byte[] Text(string json) => Encoding.UTF8.GetBytes(json);

    private static byte[] Title(byte[] bytes) => [.. "{\"title\":\""u8, .. bytes, .. "\",\"text\":\"b\"}"u8];
}
