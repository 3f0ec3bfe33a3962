namespace Streamix.Demo.Tests.Fakes;

/// <summary>An upload in parts of a few kilobytes.</summary>
internal sealed class FakeUpload(Guid title, string fileName, long bytes)
{
    public Guid Id { get; } = Guid.NewGuid();

    public Guid AssetId { get; } = Guid.NewGuid();

    public Guid Title => title;

    public Dictionary<int, (long Bytes, string Tag)> Parts { get; } = [];

    public List<string> Texts { get; } = [];

    public bool IsOver { get; set; }

    public int PartCount => (int)((bytes + FakePlatform.PartBytes - 1) / FakePlatform.PartBytes);

    public object View() => new { id = Id, assetId = AssetId, state = IsOver ? "completed" : "open", fileName, bytes, partCount = PartCount };

    public object Asset() => new { id = AssetId, state = IsOver ? "ready" : "uploading", texts = Texts.Select(language => new { language }) };

    public object Arrived() => new { items = Parts.Select(part => new { number = part.Key, bytes = part.Value.Bytes, etag = part.Value.Tag }) };

    public object Urls() => new
    {
        items = Enumerable.Range(1, PartCount).Select(number => new
        {
            number,
            offset = (long)(number - 1) * FakePlatform.PartBytes,
            bytes = Math.Min(FakePlatform.PartBytes, bytes - (long)(number - 1) * FakePlatform.PartBytes),
            url = $"http://platform.test/store/{Id}/{number}",
            headers = new Dictionary<string, string>(),
        }),
    };
}
