namespace Baton;

/// <summary>
/// A field of tickets: in a <see cref="TicketSchema"/> what can be filled in, in a ticket what was filled in. Made by the methods of this class,
/// one for each kind.
/// </summary>
public sealed record TicketField
{
    TicketField(TicketFieldKind kind, string id, string displayName) => (Kind, Id, DisplayName) = (kind, id, displayName);

    /// <summary>The kind of value.</summary>
    public TicketFieldKind Kind { get; }

    /// <summary>Id in the ticket system.</summary>
    public string Id { get; }

    /// <summary>Name shown to people.</summary>
    public string DisplayName { get; }

    /// <summary>Whether there must be a value.</summary>
    public bool Required { get; init; }

    /// <summary>
    /// What was filled in; null for nothing. By kind: <see cref="string"/>, <see cref="bool"/>, <see cref="float"/>,
    /// <see cref="DateTimeOffset"/>, <see cref="TicketOption"/>, or an <see cref="IReadOnlyList{T}"/> of texts or options.
    /// </summary>
    public object? Value { get; init; }

    /// <summary>What stands there when nothing is filled in; of the type of <see cref="Value"/>, null for nothing.</summary>
    public object? Default { get; init; }

    /// <summary>What is attached to it.</summary>
    public IReadOnlyList<Annotation> Annotations { get; init; } = [];

    /// <summary>The texts that can be chosen.</summary>
    public IReadOnlyList<string> AllowedTexts { get; private init; } = [];

    /// <summary>The options that can be chosen.</summary>
    public IReadOnlyList<TicketOption> AllowedOptions { get; private init; } = [];

    /// <summary>A text.</summary>
    public static TicketField Text(string id, string displayName) => new(TicketFieldKind.Text, id, displayName);

    /// <summary>Several texts.</summary>
    public static TicketField Texts(string id, string displayName) => new(TicketFieldKind.Texts, id, displayName);

    /// <summary>A truth value.</summary>
    public static TicketField Flag(string id, string displayName) => new(TicketFieldKind.Flag, id, displayName);

    /// <summary>A number.</summary>
    public static TicketField Number(string id, string displayName) => new(TicketFieldKind.Number, id, displayName);

    /// <summary>A moment.</summary>
    public static TicketField Time(string id, string displayName) => new(TicketFieldKind.Time, id, displayName);

    /// <summary>One of some texts.</summary>
    public static TicketField Choice(string id, string displayName, params string[] allowed) =>
        new(TicketFieldKind.Choice, id, displayName) { AllowedTexts = allowed };

    /// <summary>Several of some texts.</summary>
    public static TicketField Choices(string id, string displayName, params string[] allowed) =>
        new(TicketFieldKind.Choices, id, displayName) { AllowedTexts = allowed };

    /// <summary>One of some options with names.</summary>
    public static TicketField Option(string id, string displayName, params TicketOption[] allowed) =>
        new(TicketFieldKind.Option, id, displayName) { AllowedOptions = allowed };

    /// <summary>Several of some options with names.</summary>
    public static TicketField Options(string id, string displayName, params TicketOption[] allowed) =>
        new(TicketFieldKind.Options, id, displayName) { AllowedOptions = allowed };
}

/// <summary>Kinds of values of ticket fields.</summary>
public enum TicketFieldKind
{
    /// <summary>A text.</summary>
    Text,

    /// <summary>Several texts.</summary>
    Texts,

    /// <summary>A truth value.</summary>
    Flag,

    /// <summary>A number.</summary>
    Number,

    /// <summary>A moment.</summary>
    Time,

    /// <summary>One of some texts.</summary>
    Choice,

    /// <summary>Several of some texts.</summary>
    Choices,

    /// <summary>One of some options with names.</summary>
    Option,

    /// <summary>Several of some options with names.</summary>
    Options,
}
