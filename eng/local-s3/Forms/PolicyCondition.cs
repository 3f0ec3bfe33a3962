using System.Text.Json;

namespace Streamix.LocalS3.Forms;

/// <summary><c>{"acl":"private"}</c>, <c>["eq","$key","a"]</c> or <c>["starts-with","$key","user/"]</c>.</summary>
internal sealed record PolicyCondition(string Field, string Value, bool Prefix)
{
    public static IEnumerable<PolicyCondition> Parse(JsonElement item)
    {
        if (item.ValueKind == JsonValueKind.Object)
            return [.. item.EnumerateObject().Select(p => new PolicyCondition(Name(p.Name), p.Value.GetString()!, false))];
        if (item.GetArrayLength() != 3)
            throw new FormatException();
        var kind = item[0].GetString()!.ToLowerInvariant();
        return kind is "eq" or "starts-with"
            ? [new(Name(item[1].GetString()!.TrimStart('$')), item[2].GetString()!, kind == "starts-with")]
            : throw new FormatException();
    }

    public bool Holds(string? given) =>
        Prefix
            ? Field == "content-type"
                ? (given ?? "").Split(',').All(t => t.StartsWith(Value, StringComparison.Ordinal))
                : given?.StartsWith(Value, StringComparison.Ordinal) ?? Value.Length == 0
            : given == Value;

    public override string ToString() => $"[\"{(Prefix ? "starts-with" : "eq")}\", \"${Field}\", \"{Value}\"]";

    private static string Name(string name) => name.ToLowerInvariant();
}
