; What the installer says, in its two languages.

!macro sentence name chinese english
    LangString ${name} ${LANG_SIMPCHINESE} "${chinese}"
    LangString ${name} ${LANG_ENGLISH} "${english}"
!macroend

!insertmacro sentence TITLE "${TITLE_ZH}${TRIAL_ZH}" "${TITLE_EN}${TRIAL_EN}"
!insertmacro sentence DESKTOP_SHORTCUT "在桌面上放快捷方式" "Put a shortcut on the desktop"
!insertmacro sentence TOO_OLD \
    "本程序需要 64 位的 Windows 10（1809 版）或更新的系统，这台电脑不符合，未作任何改动。" \
    "This program needs 64-bit Windows 10 (version 1809) or newer. Nothing was changed on this PC."
!insertmacro sentence NO_RIGHTS \
    "为所有用户安装或卸载（/ALLUSERS）需要管理员权限：请以管理员身份运行，或去掉 /ALLUSERS 只为自己安装。" \
    "Installing or removing for all users (/ALLUSERS) needs an administrator. Run this as one, or leave out /ALLUSERS to install for yourself."
!insertmacro sentence NEWER \
    "已装有更新的版本 $R9，本安装包是 ${VERSION_SHOWN}。要换回旧版本，请先卸载。" \
    "The newer version $R9 is installed; this is ${VERSION_SHOWN}. To go back, uninstall that one first."
!insertmacro sentence FOREIGN_FOLDER \
    "文件夹“$INSTDIR”里有别的程序，请另选一个。" \
    "The folder $\"$INSTDIR$\" holds another program. Please choose another one."
!insertmacro sentence NO_WRITING \
    "不能写入文件夹“$INSTDIR”，请另选一个。" \
    "The folder $\"$INSTDIR$\" cannot be written to. Please choose another one."
!insertmacro sentence RUNS \
    "${TITLE_ZH}正在运行，未作任何改动。请先关闭它，或加上 /CLOSE。" \
    "${TITLE_EN} is running; nothing was changed. Close it first, or add /CLOSE."
!insertmacro sentence RUNS_ASK \
    "${TITLE_ZH}正在运行。$\r$\n$\r$\n“是”：现在关闭它并继续。$\r$\n“否”：我已自己关闭，再看一次。$\r$\n“取消”：不再继续。" \
    "${TITLE_EN} is running.$\r$\n$\r$\nYes: close it now and go on.$\r$\nNo: I closed it myself, look again.$\r$\nCancel: stop here."
