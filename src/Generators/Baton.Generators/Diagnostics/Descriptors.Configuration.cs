using Microsoft.CodeAnalysis;
using static Baton.Generators.Diagnostics.Area;
using static Baton.Generators.Diagnostics.DescriptorFactory;

namespace Baton.Generators.Diagnostics;

static partial class Descriptors
{
    public static readonly DiagnosticDescriptor SettingClashesWithSdkFlag = Error(
        DiagnosticIds.SettingClashesWithSdkFlag,
        "Setting clashes with a flag of the SDK",
        "Setting '{0}' of '{1}' has the name of {2} that every connector has: choose another one with [Field(Name = \"…\")]",
        Configuration);

    public static readonly DiagnosticDescriptor SecretIsNotMarked = Warning(
        DiagnosticIds.SecretIsNotMarked,
        "Credential is not marked as secret",
        "Setting '{0}' looks like a credential but is not marked as one, so its value would be shown and logged: add Secret = true to [Field]",
        Configuration);

    public static readonly DiagnosticDescriptor DuplicateSetting = Error(
        "BATON4003",
        "Two settings have one name",
        "'{0}' and '{1}' are both the setting '{2}' (environment variable {3}): rename one with [Field(Name = \"…\")]",
        Configuration);

    public static readonly DiagnosticDescriptor SettingNameIsInvalid = Error(
        "BATON4004",
        "Name of the setting is invalid",
        "'{0}' cannot name setting '{1}' as flag, environment variable and key: begin with a letter and go on with letters, digits, '-' and '_'",
        Configuration);

    public static readonly DiagnosticDescriptor SettingTypeIsUnsupported = Error(
        "BATON4005",
        "Type of the setting is unsupported",
        "Setting '{0}' has type '{1}': {2}. Supported: string, bool, int, long, Uri, an enum, string[], IReadOnlyList<string>, IReadOnlyDictionary<string, string> and byte[] for a file.",
        Configuration);

    public static readonly DiagnosticDescriptor SettingCannotBeSet = Error(
        DiagnosticIds.SettingCannotBeSet,
        "Setting cannot be set",
        "Setting '{0}' cannot be given its value: {1}. Declare it as '{{ get; init; }}'.",
        Configuration);

    public static readonly DiagnosticDescriptor ConfigIsNotARecord = Error(
        "BATON4007",
        "Configuration is not a record with a parameterless constructor",
        "The configuration '{0}' is made by generated code with an object initializer and 'with', but it {1}: declare 'sealed partial record {0}' with properties",
        Configuration);

    public static readonly DiagnosticDescriptor ShortHandIsInvalid = Error(
        "BATON4008",
        "One-letter flag is invalid",
        "Setting '{0}' cannot have the one-letter flag '-{1}': {2}",
        Configuration);

    public static readonly DiagnosticDescriptor BoolIsRequired = Error(
        DiagnosticIds.BoolIsRequired,
        "Truth value is required",
        "Setting '{0}' is a required bool, which no configuration form can express: remove the required modifier; absent means false",
        Configuration);

    public static readonly DiagnosticDescriptor RequiredMemberIsNoSetting = Error(
        "BATON4010",
        "Required member is not a setting",
        "Member '{0}' of configuration '{1}' is required but no property with [Field], so nothing would set it: make it one, or remove the required modifier",
        Configuration);

    public static readonly DiagnosticDescriptor MoreThanOneConfig = Error(
        "BATON4011",
        "More than one configuration",
        "A connector has one configuration, but '{0}' and '{1}' are both marked with [ConnectorConfig]: put their settings into one record",
        Configuration);

    public static readonly DiagnosticDescriptor SecretIsShown = Error(
        "BATON4101",
        "Secret is shown",
        "The value of the secret setting '{0}' gets into {1}: leave it out, or name the setting instead of its value",
        Configuration);

    public static readonly DiagnosticDescriptor RelationIsInvalid = Error(
        "BATON4012",
        "Relation between settings is invalid",
        "{0} of '{1}' cannot hold: {2}",
        Configuration);

    public static readonly DiagnosticDescriptor RuleDoesNotFit = Error(
        "BATON4013",
        "Rule does not fit the setting",
        "{0} cannot be a rule of setting '{1}': {2}",
        Configuration);

    public static readonly DiagnosticDescriptor GroupIsInvalid = Error(
        "BATON4014",
        "Group of settings is invalid",
        "The {0} of '{1}' cannot be chosen: {2}",
        Configuration);
}
