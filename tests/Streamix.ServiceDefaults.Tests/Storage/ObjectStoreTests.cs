using System.Text;
using Streamix.ServiceDefaults.Storage;

namespace Streamix.ServiceDefaults.Tests.Storage;

public sealed class ObjectStoreTests(Objects objects) : IClassFixture<Objects>
{
    private readonly string _key = $"notes/{Guid.NewGuid():n}/text.txt";

    [Fact]
    public async Task Put_ThenGet_GivesBytesAndFacts()
    {
        var tag = await PutAsync("hello");
        await using var read = (await objects.Store.GetAsync(Objects.Bucket, _key))!;
        (await TextAsync(read)).ShouldBe("hello");
        (read.Facts.Bytes, read.Facts.ETag, read.Facts.ContentType).ShouldBe((5, tag, "text/plain"));
        (await objects.Store.HeadAsync(Objects.Bucket, _key))!.ETag.ShouldBe(tag);
    }

    [Fact]
    public async Task Get_Range_GivesThatPart()
    {
        await PutAsync("0123456789");
        await using var read = (await objects.Store.GetAsync(Objects.Bucket, _key, (2, 4)))!;
        (await TextAsync(read)).ShouldBe("234");
    }

    [Fact]
    public async Task Absent_IsNullAndDeletedTwiceIsFine()
    {
        (await objects.Store.GetAsync(Objects.Bucket, _key)).ShouldBeNull();
        (await objects.Store.HeadAsync(Objects.Bucket, _key)).ShouldBeNull();
        await PutAsync("gone");
        await objects.Store.DeleteAsync(Objects.Bucket, _key);
        await objects.Store.DeleteAsync(Objects.Bucket, _key);
        (await objects.Store.HeadAsync(Objects.Bucket, _key)).ShouldBeNull();
    }

    [Fact]
    public async Task List_GivesAllBelowThePrefixInOrder()
    {
        var prefix = $"list/{Guid.NewGuid():n}/";
        foreach (var name in (string[])["b", "a", "c/d"])
            await objects.Store.PutAsync(Objects.Bucket, prefix + name, new MemoryStream([1]));
        List<string> keys = [];
        await foreach (var found in objects.Store.ListAsync(Objects.Bucket, prefix))
            keys.Add(found.Key[prefix.Length..]);
        keys.ShouldBe(["a", "b", "c/d"]);
    }

    [Fact]
    public async Task PresignedGet_WorksWithoutCredentials()
    {
        await PutAsync("public for a while");
        using var http = new HttpClient();
        var answer = await http.GetAsync(objects.Store.PresignGet(Objects.Bucket, _key, TimeSpan.FromMinutes(1), "my file.txt"));
        (await answer.Content.ReadAsStringAsync()).ShouldBe("public for a while");
        answer.Content.Headers.ContentDisposition!.FileNameStar.ShouldBe("my file.txt");
    }

    [Theory]
    [InlineData("text/plain", HttpStatusCode.OK)]
    [InlineData("text/html", HttpStatusCode.Forbidden)]
    public async Task PresignedPut_TakesOnlyItsContentType(string type, HttpStatusCode status)
    {
        using var http = new HttpClient();
        var address = objects.Store.PresignPut(Objects.Bucket, _key, TimeSpan.FromMinutes(1), "text/plain");
        var answer = await http.PutAsync(address, new ByteArrayContent("sent"u8.ToArray()) { Headers = { ContentType = new(type) } });
        answer.StatusCode.ShouldBe(status);
    }

    [Theory]
    [InlineData(5, true)]
    [InlineData(11, false)]
    public async Task PresignedPost_ChecksTheSize(int size, bool accepted)
    {
        var post = objects.Store.PresignPost(Objects.Bucket, _key, TimeSpan.FromMinutes(1), "text/plain", 1, 10);
        using var form = new MultipartFormDataContent();
        foreach (var (name, value) in post.Fields)
            form.Add(new StringContent(value), name);
        form.Add(new ByteArrayContent(new byte[size]), "file", "f.txt");
        using var http = new HttpClient();
        (await http.PostAsync(post.Url, form)).IsSuccessStatusCode.ShouldBe(accepted);
        ((await objects.Store.HeadAsync(Objects.Bucket, _key)) is not null).ShouldBe(accepted);
    }

    [Fact]
    public async Task Multipart_PartsOutOfOrderAndOneTwice_MakeOneObject()
    {
        var upload = await objects.Uploads.StartAsync(Objects.Bucket, _key, new PutOptions("video/mp4"));
        byte[] first = Bytes(1, (int)IMultipartUploads.SmallestPart), second = Bytes(2, 1000);
        using var http = new HttpClient();
        foreach (var (number, bytes) in ((int, byte[])[])[(2, second), (1, second), (1, first)])
            (await http.PutAsync(objects.Uploads.PresignPart(Objects.Bucket, _key, upload, number, TimeSpan.FromMinutes(1)), new ByteArrayContent(bytes))).EnsureSuccessStatusCode();

        var parts = (await objects.Uploads.PartsAsync(Objects.Bucket, _key, upload)).ShouldNotBeNull();
        parts.Select(p => (p.Number, p.Bytes)).ShouldBe([(1, first.Length), (2, second.Length)]);
        await objects.Uploads.CompleteAsync(Objects.Bucket, _key, upload, [.. parts.Reverse()]);
        var facts = await objects.Store.HeadAsync(Objects.Bucket, _key);
        (facts!.Bytes, facts.ContentType).ShouldBe((first.Length + second.Length, "video/mp4"));
    }

    [Fact]
    public async Task Multipart_Aborted_IsGone()
    {
        var upload = await objects.Uploads.StartAsync(Objects.Bucket, _key);
        await objects.Uploads.AbortAsync(Objects.Bucket, _key, upload);
        await objects.Uploads.AbortAsync(Objects.Bucket, _key, upload);
        (await objects.Uploads.PartsAsync(Objects.Bucket, _key, upload)).ShouldBeNull();
    }

    private Task<string> PutAsync(string text) => objects.Store.PutAsync(Objects.Bucket, _key, new MemoryStream(Encoding.UTF8.GetBytes(text)), new PutOptions("text/plain"));

    private static async Task<string> TextAsync(StoredObject read)
    {
        using var reader = new StreamReader(read.Content);
        return await reader.ReadToEndAsync();
    }

    private static byte[] Bytes(byte value, int count)
    {
        var bytes = new byte[count];
        Array.Fill(bytes, value);
        return bytes;
    }
}
