using Streamix.Media.Transcoder.Jobs;

namespace Streamix.Media.Tests.Jobs;

public sealed class LogTextTests
{
    [Theory]
    [InlineData("GET http://s3:9000/b/k?X-Amz-Signature=abc&X-Amz-Expires=3 failed", "GET http://s3:9000/b/k?… failed")]
    [InlineData("ffmpeg: /var/scratch/w-1/0199/source: Invalid data", "ffmpeg: …source: Invalid data")]
    [InlineData("--keys label=hd:key_id=00112233445566778899aabbccddeeff:key=0123456789abcdef0123456789abcdef", "--keys label=hd:key_id=…:key=…")]
    [InlineData("key AbCdEfGhIjKlMnOpQrStUvWxYz0123456789+/AbCdEfGhI= used", "key … used")]
    [InlineData("frame= 100 fps=25 q=28.0 size= 1024kB", "frame= 100 fps=25 q=28.0 size= 1024kB")]
    [InlineData("job 0199c0de-0000-7000-8000-000000000001 of 23/30 at 1/2", "job 0199c0de-0000-7000-8000-000000000001 of 23/30 at 1/2")]
    [InlineData("a\u001b[31mred\u0000b", "a [31mred b")]
    public void Clean_WhatMustNotBeShown_IsHidden(string text, string expected) => LogText.Clean(text, 200).ShouldBe(expected);

    [Fact]
    public void Clean_LongText_KeepsItsEnd()
    {
        var clean = LogText.Clean(new string('a', 30) + " " + string.Join(' ', Enumerable.Repeat("word", 500)) + " the end", 100);
        clean.Length.ShouldBe(100);
        clean.ShouldEndWith("the end");
    }
}
