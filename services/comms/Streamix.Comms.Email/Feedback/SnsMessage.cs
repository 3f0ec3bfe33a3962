using System.Text;
using System.Text.Json.Serialization;

namespace Streamix.Comms.Email.Feedback;

/// <summary>What Amazon SNS posts.</summary>
internal sealed record SnsMessage
{
    [JsonPropertyName("Type")] public string Type { get; init; } = "";

    [JsonPropertyName("MessageId")] public string MessageId { get; init; } = "";

    [JsonPropertyName("Token")] public string? Token { get; init; }

    [JsonPropertyName("TopicArn")] public string TopicArn { get; init; } = "";

    [JsonPropertyName("Subject")] public string? Subject { get; init; }

    [JsonPropertyName("Message")] public string Message { get; init; } = "";

    [JsonPropertyName("SubscribeURL")] public string? SubscribeUrl { get; init; }

    [JsonPropertyName("Timestamp")] public string Timestamp { get; init; } = "";

    [JsonPropertyName("SignatureVersion")] public string SignatureVersion { get; init; } = "";

    [JsonPropertyName("Signature")] public string Signature { get; init; } = "";

    [JsonPropertyName("SigningCertURL")] public string SigningCertUrl { get; init; } = "";

    /// <summary>The text the signature is over: names and values in the order SNS prescribes.</summary>
    public byte[] Signed()
    {
        var text = new StringBuilder();
        Add("Message", Message);
        Add("MessageId", MessageId);
        if (Type == "Notification")
        {
            Add("Subject", Subject);
        }
        else
        {
            Add("SubscribeURL", SubscribeUrl);
        }
        Add("Timestamp", Timestamp);
        if (Type != "Notification")
            Add("Token", Token);
        Add("TopicArn", TopicArn);
        Add("Type", Type);
        return Encoding.UTF8.GetBytes(text.ToString());

        void Add(string name, string? value)
        {
            if (value is not null)
                text.Append(name).Append('\n').Append(value).Append('\n');
        }
    }
}
