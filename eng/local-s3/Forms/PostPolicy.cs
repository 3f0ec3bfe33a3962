using System.Globalization;
using System.Text.Json;
using Streamix.LocalS3.Errors;

namespace Streamix.LocalS3.Forms;

/// <summary>The signed policy of a presigned POST: until when, which fields with which values, how large a file.</summary>
internal sealed record PostPolicy(DateTimeOffset Expiration, IReadOnlyList<PolicyCondition> Conditions, long Least, long Most)
{
    public static PostPolicy Parse(string base64)
    {
        try
        {
            using var json = JsonDocument.Parse(Convert.FromBase64String(base64));
            var expiration = DateTimeOffset.Parse(json.RootElement.GetProperty("expiration").GetString()!, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
            var (least, most) = (0L, Limits.SinglePut);
            var conditions = new List<PolicyCondition>();
            foreach (var item in json.RootElement.GetProperty("conditions").EnumerateArray())
            {
                if (item.ValueKind == JsonValueKind.Array && item[0].GetString()!.Equals("content-length-range", StringComparison.OrdinalIgnoreCase))
                    (least, most) = (Number(item[1]), Math.Min(most, Number(item[2])));
                else
                    conditions.AddRange(PolicyCondition.Parse(item));
            }
            return new(expiration, conditions, least, most);
        }
        catch (Exception error) when (error is FormatException or JsonException or KeyNotFoundException or InvalidOperationException or NullReferenceException or IndexOutOfRangeException)
        {
            throw new S3Exception(400, "InvalidPolicyDocument", "Invalid Policy: the document could not be parsed.");
        }
    }

    public void Check(FormFields fields, string bucket, DateTimeOffset now)
    {
        if (Expiration <= now)
            throw Violated("Policy expired.");
        foreach (var condition in Conditions)
            if (!condition.Holds(condition.Field == "bucket" ? bucket : fields[condition.Field]))
                throw Violated($"Policy Condition failed: {condition}");
        var covered = Conditions.Select(c => c.Field).ToHashSet(StringComparer.OrdinalIgnoreCase);
        if (fields.Names.FirstOrDefault(n => !IsFree(n) && !covered.Contains(n)) is { } extra)
            throw Violated($"Extra input fields: {extra}");
    }

    private static bool IsFree(string name) =>
        name.Equals("policy", StringComparison.OrdinalIgnoreCase)
        || name.Equals("x-amz-signature", StringComparison.OrdinalIgnoreCase)
        || name.StartsWith("x-ignore-", StringComparison.OrdinalIgnoreCase);

    private static long Number(JsonElement value) =>
        value.ValueKind == JsonValueKind.Number ? value.GetInt64() : long.Parse(value.GetString()!, CultureInfo.InvariantCulture);

    private static S3Exception Violated(string why) => AccessError.Denied("Invalid according to Policy: " + why);
}
