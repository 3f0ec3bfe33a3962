using FsCheck;
using FsCheck.Fluent;
using Streamix.ServiceDefaults.Http;

namespace Streamix.ServiceDefaults.Tests.Paging;

public sealed class CursorTests
{
    private static readonly Type[] Types = [typeof(Guid), typeof(string), typeof(DateTimeOffset), typeof(long)];

    [Fact]
    public void Cursor_WrittenAndRead_GivesTheValuesBack() => Prop.ForAll(ArbMap.Default.ArbFor<(Guid, NonNull<string>, DateTimeOffset, long)>(), v =>
    {
        object?[] values = [v.Item1, Valid(v.Item2.Get), v.Item3, v.Item4];
        Cursor.TryRead("order", Cursor.Write("order", values), Types, out var read).ShouldBeTrue();
        read.ShouldBe(values);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Cursor_AnyCharacterChanged_IsRefused()
    {
        var cursor = Cursor.Write("order", [Guid.CreateVersion7(), "name", DateTimeOffset.UtcNow, 7L]);
        for (var i = 0; i < cursor.Length - 1; i++)
        {
            var changed = cursor.ToCharArray();
            changed[i] = changed[i] == 'A' ? 'B' : 'A';
            Cursor.TryRead("order", new string(changed), Types, out _).ShouldBeFalse($"character {i}");
        }
    }

    [Fact]
    public void Cursor_OfAnotherOrder_IsRefused() =>
        Cursor.TryRead("other", Cursor.Write("order", [1]), [typeof(int)], out _).ShouldBeFalse();

    [Theory]
    [InlineData("")]
    [InlineData("x")]
    [InlineData("AAAAAAAAAAAAAAAA")]
    [InlineData("not base64url!")]
    [InlineData("💣")]
    public void Cursor_Nonsense_IsRefused(string text) => Cursor.TryRead("order", text, [typeof(int)], out _).ShouldBeFalse();

    [Fact]
    public void Cursor_TooLong_IsRefused() => Cursor.TryRead("order", new string('A', 100_000), [typeof(int)], out _).ShouldBeFalse();

    [Fact]
    public void Nonsense_AnyText_NeverThrows() =>
        Prop.ForAll(ArbMap.Default.ArbFor<NonNull<string>>(), text => Cursor.TryRead("order", text.Get, Types, out _).ShouldBeFalse()).QuickCheckThrowOnFailure();

    /// <summary>Text of a database is valid Unicode.</summary>
    private static string Valid(string text) => new([.. text.Where(c => !char.IsSurrogate(c))]);
}
