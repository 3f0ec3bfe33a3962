using System.Security.Cryptography;
using System.Text;
using Streamix.LocalS3.Checksums;
using Streamix.LocalS3.Tests.Hosting;

namespace Streamix.LocalS3.Tests.Checksums;

public sealed class ChecksumTests
{
    // The "check" values of the CRC catalogue: the sum of "123456789".
    [Theory]
    [InlineData("CRC32", "CBF43926")]
    [InlineData("CRC32C", "E3069283")]
    [InlineData("CRC64NVME", "AE8B14860A799888")]
    public void Of_CatalogueInput_IsTheCatalogueValue(string algorithm, string hex) =>
        Convert.ToHexString(Of(algorithm, Encoding.ASCII.GetBytes("123456789"))).ShouldBe(hex);

    [Theory]
    [InlineData("CRC32")]
    [InlineData("CRC32C")]
    [InlineData("CRC64NVME")]
    [InlineData("SHA1")]
    [InlineData("SHA256")]
    public void Append_InOddPieces_SameAsAtOnce(string algorithm)
    {
        var data = Bytes.Random(10_007);
        using var running = RunningChecksum.Start(ChecksumNames.Parse(algorithm)!.Value);
        for (var (at, step) = (0, 1); at < data.Length; at += step, step = (step * 7 % 97) + 1)
            running.Append(data.AsSpan(at, Math.Min(step, data.Length - at)));
        running.Finish().ShouldBe(Of(algorithm, data));
    }

    [Theory]
    [InlineData("CRC32", 1)]
    [InlineData("CRC32", 70_001)]
    [InlineData("CRC32C", 33)]
    [InlineData("CRC64NVME", 1)]
    [InlineData("CRC64NVME", 70_001)]
    public void Join_FullObject_IsTheSumOfTheWhole(string algorithm, int cut)
    {
        var data = Bytes.Random(100_003);
        var parts = new[] { data[..cut], data[cut..90_000], data[90_000..] }
            .Select(p => (Convert.ToBase64String(Of(algorithm, p)), (long)p.Length)).ToArray();
        var joined = PartChecksums.Join(ChecksumNames.Parse(algorithm)!.Value, composite: false, parts);
        joined.Value.ShouldBe(Convert.ToBase64String(Of(algorithm, data)));
    }

    [Fact]
    public void Join_Composite_IsTheSumOfSums()
    {
        byte[][] sums = [SHA256.HashData([1]), SHA256.HashData([2])];
        var joined = PartChecksums.Join(ChecksumAlgorithm.Sha256, composite: true, [.. sums.Select(s => (Convert.ToBase64String(s), 1L))]);
        joined.Value.ShouldBe(Convert.ToBase64String(SHA256.HashData([.. sums[0], .. sums[1]])) + "-2");
    }

    private static byte[] Of(string algorithm, byte[] data) => RunningChecksum.Of(ChecksumNames.Parse(algorithm)!.Value, data);
}
