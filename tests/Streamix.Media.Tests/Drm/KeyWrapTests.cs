using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Streamix.Media.Drm;
using Streamix.Media.Drm.Keys;
using Streamix.Media.Drm.Wrapping;
using Streamix.Media.Tests.Drm.Hosting;

namespace Streamix.Media.Tests.Drm;

public sealed class KeyWrapTests
{
    private static readonly KeyBinding Binding = new(Guid.NewGuid(), Guid.NewGuid(), "hd", "cenc");
    private readonly string _old = DrmHost.Secret();
    private readonly string _new = DrmHost.Secret();

    [Fact]
    public void Unwrap_WhatWasWrapped_GivesTheKey()
    {
        using var wrap = Wrap(_new);
        using var key = KeyMaterial.Random();
        var box = wrap.Wrap(Binding, key);
        box.AsSpan().IndexOf(key.AsSpan()).ShouldBe(-1);
        using var opened = wrap.Unwrap(Binding, wrap.Current, box);
        opened.AsSpan().SequenceEqual(key.AsSpan()).ShouldBeTrue();
    }

    [Fact]
    public void Wrap_TheSameKeyTwice_GivesDifferentBoxes()
    {
        using var wrap = Wrap(_new);
        using var key = KeyMaterial.Random();
        wrap.Wrap(Binding, key).ShouldNotBe(wrap.Wrap(Binding, key));
    }

    [Fact]
    public void Unwrap_AnyBitChanged_IsRefused()
    {
        using var wrap = Wrap(_new);
        using var key = KeyMaterial.Random();
        var box = wrap.Wrap(Binding, key);
        for (var bit = 0; bit < box.Length * 8; bit++)
        {
            byte[] changed = [.. box];
            changed[bit / 8] ^= (byte)(1 << bit % 8);
            Should.Throw<KeyUnreadableException>(() => wrap.Unwrap(Binding, wrap.Current, changed));
        }
    }

    [Fact]
    public void Unwrap_AsSomethingElse_IsRefused()
    {
        using var wrap = Wrap(_new);
        using var key = KeyMaterial.Random();
        var box = wrap.Wrap(Binding, key);
        KeyBinding[] others = [Binding with { KeyId = Guid.NewGuid() }, Binding with { AssetId = Guid.NewGuid() }, Binding with { Tier = "uhd" }, Binding with { Scheme = "cbcs" }];
        foreach (var other in others)
            Should.Throw<KeyUnreadableException>(() => wrap.Unwrap(other, wrap.Current, box));
        Should.Throw<KeyUnreadableException>(() => wrap.Unwrap(Binding, wrap.Current, box[..^1]));
    }

    [Fact]
    public void Unwrap_UnderAnOlderSecret_WorksWhileItIsConfigured()
    {
        using var before = Wrap(_old);
        using var both = Wrap(_new, _old);
        using var after = Wrap(_new);
        using var key = KeyMaterial.Random();
        var box = before.Wrap(Binding, key);
        both.Current.ShouldBe(after.Current);
        both.Older.ShouldBe([before.Current]);
        using var opened = both.Unwrap(Binding, before.Current, box);
        opened.AsSpan().SequenceEqual(key.AsSpan()).ShouldBeTrue();
        Should.Throw<KeyUnreadableException>(() => after.Unwrap(Binding, before.Current, box)).Message.ShouldNotContain(_old);
    }

    [Fact]
    public void Material_AfterUse_IsOverwrittenAndHasNoReadableForm()
    {
        var key = KeyMaterial.Random();
        var memory = key.AsMemory();
        memory.Span.IndexOfAnyExcept((byte)0).ShouldBeGreaterThanOrEqualTo(0);
        key.ToString().ShouldBe("[content key]");
        System.Text.Json.JsonSerializer.Serialize(key).ShouldBe("{}");
        key.Dispose();
        memory.Span.IndexOfAnyExcept((byte)0).ShouldBe(-1);
        Should.Throw<ObjectDisposedException>(() => key.AsMemory());
    }

    private static KeyWrap Wrap(params string[] secrets)
    {
        var options = new DrmOptions();
        options.KeyEncryptionKeys.AddRange(secrets);
        return new(Options.Create(options), NullLogger<KeyWrap>.Instance);
    }
}
