using System.Text;
using Baton.CompilerServices;

namespace Baton;

/// <summary>
/// A protobuf message attached to a resource, an entitlement or a grant: for what has no method of its own yet. Messages of
/// <c>Baton.Protocol</c> become one with <c>message.ToAnnotation()</c>.
/// </summary>
public sealed class Annotation
{
    static readonly string[] Reserved = ["c1.connector.v2.BatonID", "c1.connector.v2.GrantExpandable", "c1.connector.v2.ChildResourceType"];

    readonly byte[] _name, _message;

    /// <summary>An annotation of any type.</summary>
    /// <param name="fullName">Full name of the message's type, for example <c>c1.connector.v2.RawId</c>.</param>
    /// <param name="message">The encoded message; empty for one without content.</param>
    /// <exception cref="ArgumentException">The name is empty, or the sync itself attaches messages of this type.</exception>
    public Annotation(string fullName, ReadOnlySpan<byte> message = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(fullName);
        if (fullName.Contains('/', StringComparison.Ordinal))
            throw new ArgumentException($"\"{fullName}\" is an address; give the full name behind the last slash.", nameof(fullName));
        if (Reserved.Contains(fullName))
        {
            throw new ArgumentException(
                $"The sync itself attaches {fullName}: use Grantee.Expanding(…) for expansion, and ListAsync with a parent for children.", nameof(fullName));
        }
        FullName = fullName;
        (_name, _message) = (Encoding.UTF8.GetBytes(fullName), message.ToArray());
    }

    /// <summary>Full name of the message's type.</summary>
    public string FullName { get; }

    /// <summary>The encoded message.</summary>
    public ReadOnlyMemory<byte> Message => _message;

    /// <summary>Where people find the thing in the source.</summary>
    /// <param name="url">https, at most 1024 bytes.</param>
    public static Annotation ExternalLink(string url) => OfText("c1.connector.v2.ExternalLink", url);

    /// <inheritdoc cref="ExternalLink(string)"/>
    public static Annotation ExternalLink(Uri url) => ExternalLink((url ?? throw new ArgumentNullException(nameof(url))).AbsoluteUri);

    /// <summary>The id as the source writes it, where the id in the file is made from it.</summary>
    public static Annotation RawId(string id) => OfText("c1.connector.v2.RawId", id);

    /// <summary>The id under which an older connector stored the thing.</summary>
    public static Annotation V1Identifier(string id) => OfText("c1.connector.v2.V1Identifier", id);

    /// <summary>Other ids of the thing: 1 to 100 different ones, each of at most 256 characters.</summary>
    public static Annotation Aliases(params string[] ids)
    {
        ArgumentNullException.ThrowIfNull(ids);
        using var writer = new WireWriter();
        foreach (var id in ids)
            writer.StringAlways(1, id);
        return new("c1.connector.v2.Aliases", writer.Written);
    }

    /// <summary>The version of the source's answer. Nothing in this version reads it.</summary>
    /// <param name="value">The version.</param>
    /// <param name="entitlementId">Id of the entitlement whose grants the answer was about.</param>
    public static Annotation ETag(string value, string? entitlementId = null)
    {
        ArgumentNullException.ThrowIfNull(value);
        using var writer = new WireWriter();
        writer.String(1, value);
        writer.String(2, entitlementId);
        return new("c1.connector.v2.ETag", writer.Written);
    }

    /// <summary>Writes it as an element of a repeated <c>google.protobuf.Any</c>.</summary>
    internal void Write(WireWriter writer, int field)
    {
        var marks = writer.BeginAny(field, _name);
        writer.Raw(_message);
        writer.EndAny(marks);
    }

    static Annotation OfText(string fullName, string text)
    {
        ArgumentException.ThrowIfNullOrEmpty(text);
        using var writer = new WireWriter();
        writer.String(1, text);
        return new(fullName, writer.Written);
    }
}
