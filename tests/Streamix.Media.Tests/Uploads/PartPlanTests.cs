using FsCheck;
using FsCheck.Fluent;
using Streamix.Media.Catalog.Uploads;

namespace Streamix.Media.Tests.Uploads;

public sealed class PartPlanTests
{
    private const long MiB = 1L << 20;

    [Theory]
    [InlineData(1, 8 * MiB, 1)]
    [InlineData(8 * MiB, 8 * MiB, 1)]
    [InlineData(8 * MiB + 1, 8 * MiB, 2)]
    [InlineData(2048 * MiB, 8 * MiB, 256)]
    [InlineData(80_000 * MiB, 8 * MiB, 10_000)]
    [InlineData(80_000 * MiB + 1, 9 * MiB, 8889)]
    [InlineData(5 * MiB * MiB, 525 * MiB, 9987)]
    public void Of_AFile_IsCutAsSmallAsTheNumberAllows(long bytes, long part, int count) => PartPlan.Of(bytes).ShouldBe(new PartPlan(bytes, part, count));

    [Fact]
    public void Of_AnyFile_CoversItOnce() => Prop.ForAll(
        ArbMap.Default.ArbFor<ulong>().Convert(u => (long)(u % (5UL << 40)) + 1, bytes => (ulong)bytes - 1),
        bytes =>
        {
            var plan = PartPlan.Of(bytes);
            return plan.Count is >= 1 and <= 10_000 && plan.PartBytes >= PartPlan.Least
                && plan.BytesOf(plan.Count) is var last && last > 0 && last <= plan.PartBytes
                && plan.OffsetOf(plan.Count) + last == bytes && plan.OffsetOf(1) == 0;
        }).QuickCheckThrowOnFailure();
}
